namespace Dockerlint.Linting.Config;

/// <summary>Keys with their values.</summary>
/// <param name="Entries">The pairs in order; a key that stands twice is an error of the document.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
public sealed record ConfigMapping(IReadOnlyList<(ConfigScalar Key, ConfigNode Value)> Entries, int Line, int Column)
    : ConfigNode(Line, Column)
{
    /// <inheritdoc/>
    public override string Kind => "a mapping";

    /// <summary>The value of a key, or null.</summary>
    public ConfigNode? Find(string key)
    {
        foreach (var (name, value) in Entries)
        {
            if (name.Text == key)
            {
                return value;
            }
        }

        return null;
    }
}
