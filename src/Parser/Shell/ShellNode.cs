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
        var pending = new Stack<ShellNode>();
        pending.Push(this);
        while (pending.TryPop(out var node))
        {
            yield return node;
            foreach (var child in node.Children.Reverse())
            {
                pending.Push(child);
            }
        }
    }

    /// <summary>
    /// All simple commands anywhere inside, in source order, those of substitutions and functions included; a command
    /// comes before those in its words.
    /// </summary>
    public IEnumerable<SimpleCommand> SimpleCommands() => Walk().OfType<SimpleCommand>();
}
