using Dockerlint.Text;

namespace Dockerlint.Syntax;

/// <summary>An inner node of the tree. Its children are in source order and its tokens tile what it covers.</summary>
public abstract class SyntaxNode : SyntaxElement
{
    private readonly SyntaxElement[] _children;

    private protected SyntaxNode(int start, int length, IEnumerable<SyntaxElement?> children)
        : base(start, length)
    {
        _children = [.. children.OfType<SyntaxElement>()];
    }

    /// <summary>Child nodes and tokens in source order.</summary>
    public IReadOnlyList<SyntaxElement> Children => _children;

    /// <summary>The tokens below this node in source order.</summary>
    public IEnumerable<SyntaxToken> Tokens()
    {
        var stack = new Stack<SyntaxElement>();
        stack.Push(this);
        while (stack.TryPop(out var element))
        {
            if (element is SyntaxToken token)
            {
                yield return token;
            }
            else
            {
                var children = ((SyntaxNode)element)._children;
                for (var i = children.Length - 1; i >= 0; i--)
                {
                    stack.Push(children[i]);
                }
            }
        }
    }

    /// <summary>All nodes below this one, parents before children.</summary>
    public IEnumerable<SyntaxNode> Descendants()
    {
        var stack = new Stack<SyntaxNode>();
        stack.Push(this);
        while (stack.TryPop(out var node))
        {
            if (node != this)
            {
                yield return node;
            }

            for (var i = node._children.Length - 1; i >= 0; i--)
            {
                if (node._children[i] is SyntaxNode child)
                {
                    stack.Push(child);
                }
            }
        }
    }

    internal override void Shift(int delta)
    {
        base.Shift(delta);
        foreach (var child in _children)
        {
            child.Shift(delta);
        }
    }

    internal override void Attach(SyntaxNode? parent, LogicalLine line)
    {
        base.Attach(parent, line);
        foreach (var child in _children)
        {
            child.Attach(this, line);
        }
    }

    private protected static IEnumerable<SyntaxElement?> Concat(params IEnumerable<SyntaxElement?>[] parts) =>
        parts.SelectMany(part => part);
}
