namespace Dockerlint.Commands;

/// <summary>The options of a tool or verb, found by name.</summary>
public sealed class OptionTable
{
    /// <summary>A table without options.</summary>
    public static OptionTable Empty { get; } = new("");

    private readonly Dictionary<string, OptionSpec> _byName;
    private readonly Dictionary<string, OptionSpec>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    internal OptionTable(string notation, bool ignoresCase = false)
    {
        _byName = new Dictionary<string, OptionSpec>(ignoresCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        foreach (var option in Notation.Options(notation))
        {
            foreach (var name in option.Names)
            {
                _byName[name] = option;
            }
        }

        _bySpan = _byName.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Every name in the table.</summary>
    public IEnumerable<string> Names => _byName.Keys;

    /// <summary>Every option in the table.</summary>
    public IEnumerable<OptionSpec> Options => _byName.Values.Distinct();

    /// <summary>The option of that name, its dashes included; null when there is none.</summary>
    public OptionSpec? Find(ReadOnlySpan<char> name) => _bySpan.TryGetValue(name, out var option) ? option : null;

    /// <summary>The one option whose long name begins so; null when there is none or more than one.</summary>
    public OptionSpec? FindShortened(ReadOnlySpan<char> name, bool ignoresCase = false)
    {
        OptionSpec? found = null;
        foreach (var (full, option) in _byName)
        {
            if (full.AsSpan().StartsWith(name, ignoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal))
            {
                if (found is not null && found != option)
                {
                    return null;
                }

                found = option;
            }
        }

        return found;
    }
}
