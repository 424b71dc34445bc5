namespace Dockerlint.Commands;

/// <summary>A setting that a command makes or is given: <c>-o name=value</c>, <c>--name=value</c>, <c>config set name value</c>.</summary>
/// <param name="Name">The name without dashes; behind that of a setting with two values <c>#2</c> means the second.</param>
/// <param name="Value">The value, <see cref="CommandWord.UnknownText"/> in it where nobody knows it; null without.</param>
/// <param name="Word">The word that the name stands in.</param>
/// <param name="ValueWord">The word that the value stands in.</param>
public readonly record struct ToolSetting(string Name, string? Value, CommandWord Word, CommandWord ValueWord)
{
    /// <summary>Whether it is one of those that a tool is described with.</summary>
    internal bool IsOneOf(ReadOnlySpan<string> patterns)
    {
        foreach (var pattern in patterns)
        {
            var equals = pattern.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0 ? Value is null && IsNamed(pattern) : Value is not null && IsNamed(pattern.AsSpan(0, equals))
                && HasValue(pattern.AsSpan(equals + 1)))
            {
                return true;
            }
        }

        return false;
    }

    // What a name belongs to may stand before it: global.trusted-host, repository.gpgcheck.
    private bool IsNamed(ReadOnlySpan<char> pattern)
    {
        var name = Name.AsSpan();
        var star = pattern.IndexOf('*');
        return star < 0
            ? name.EndsWith(pattern, StringComparison.OrdinalIgnoreCase)
                && (name.Length == pattern.Length || name[^(pattern.Length + 1)] == '.')
            : name.Length >= pattern.Length - 1 && name.StartsWith(pattern[..star], StringComparison.OrdinalIgnoreCase)
                && name.EndsWith(pattern[(star + 1)..], StringComparison.OrdinalIgnoreCase);
    }

    private bool HasValue(ReadOnlySpan<char> values)
    {
        foreach (var range in values.Split('|'))
        {
            if (values[range] is "*" ? Value!.Length > 0 : values[range].Equals(Value, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
