namespace Dockerlint.Rules;

/// <summary>The words of a command as operands and options; null stands for what only the shell knows.</summary>
/// <param name="Operands">Everything that is no option and no value of one.</param>
/// <param name="Options">The options as written, with their values where they have one.</param>
internal sealed record PlainArguments(IReadOnlyList<string?> Operands, IReadOnlyList<(string Name, string? Value)> Options)
{
    /// <summary>Reads the words.</summary>
    /// <param name="words">The words behind the command's name.</param>
    /// <param name="withValue">The options that take the next word as their value.</param>
    internal static PlainArguments Read(IReadOnlyList<string?> words, params ReadOnlySpan<string> withValue)
    {
        var operands = new List<string?>();
        var options = new List<(string Name, string? Value)>();
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i] is not ['-', _, ..] word)
            {
                operands.Add(words[i]);
                continue;
            }

            var equals = word.StartsWith("--", StringComparison.Ordinal) ? word.IndexOf('=', StringComparison.Ordinal) : -1;
            if (equals > 0)
            {
                options.Add((word[..equals], word[(equals + 1)..]));
            }
            else if (withValue.Contains(word))
            {
                i++;
                options.Add((word, i < words.Count ? words[i] : null));
            }
            else
            {
                options.Add((word, null));
            }
        }

        return new PlainArguments(operands, options);
    }

    /// <summary>The first operand; null when there is none or it is not known.</summary>
    internal string? Action => Operands is [var action, ..] ? action : null;

    /// <summary>Whether one of the options is there.</summary>
    internal bool Has(params ReadOnlySpan<string> names)
    {
        foreach (var (name, _) in Options)
        {
            if (names.Contains(name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The value of the last option of the names; null when there is none.</summary>
    internal string? Value(params ReadOnlySpan<string> names)
    {
        string? found = null;
        foreach (var (name, value) in Options)
        {
            found = names.Contains(name) ? value : found;
        }

        return found;
    }
}
