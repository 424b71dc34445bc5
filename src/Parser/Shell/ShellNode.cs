using Dockerlint.Text;

namespace Dockerlint.Syntax.Shell;

/// <summary>A node of a shell script.</summary>
/// <param name="Span">Where it stands, in mapped offsets.</param>
public abstract record ShellNode(TextSpan Span)
{
    /// <summary>The nodes directly inside, in source order.</summary>
    public abstract IEnumerable<ShellNode> Children { get; }

    /// <summary>This node and all nodes inside, in source order, a node before those inside it.</summary>
    public IEnumerable<ShellNode> Walk()
    {
        var pending = new List<ShellNode> { this };
        while (pending.Count > 0)
        {
            var node = pending[^1];
            pending.RemoveAt(pending.Count - 1);
            yield return node;
            var first = pending.Count;
            pending.AddRange(node.Children);
            pending.Reverse(first, pending.Count - first);
        }
    }

    /// <summary>
    /// All simple commands anywhere inside, in source order, those of substitutions and functions included; a command
    /// comes before those in its words.
    /// </summary>
    public IEnumerable<SimpleCommand> SimpleCommands() => Walk().OfType<SimpleCommand>();
}
