namespace Dockerlint.Linting.Config;

/// <summary>A list.</summary>
/// <param name="Items">The items in order.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
public sealed record ConfigSequence(IReadOnlyList<ConfigNode> Items, int Line, int Column) : ConfigNode(Line, Column)
{
    /// <inheritdoc/>
    public override string Kind => "a list";
}
