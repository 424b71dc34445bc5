namespace Dockerlint.Playground;

/// <summary>A node or a token.</summary>
/// <param name="Depth">How deep it lies.</param>
/// <param name="Kind">What it is.</param>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Text">The text of a token; null for a node.</param>
internal sealed record ShownNode(int Depth, string Kind, int From, int To, string? Text);
