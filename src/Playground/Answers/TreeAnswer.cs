namespace Dockerlint.Playground;

/// <summary>The syntax tree, in the order in which it is printed.</summary>
/// <param name="Nodes">The nodes and tokens.</param>
internal sealed record TreeAnswer(ShownNode[] Nodes);
