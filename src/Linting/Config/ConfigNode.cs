namespace Dockerlint.Linting.Config;

/// <summary>A node of a YAML document with the place where it begins.</summary>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column in UTF-16 code units, from 1.</param>
public abstract record ConfigNode(int Line, int Column)
{
    /// <summary>What the node is, for messages.</summary>
    public abstract string Kind { get; }
}
