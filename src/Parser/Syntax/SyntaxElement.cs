using Dockerlint.Text;

namespace Dockerlint.Syntax;

/// <summary>A node or a token of the tree: a piece of one source file with an exact place.</summary>
public abstract class SyntaxElement
{
    private LogicalLine? _line;

    private protected SyntaxElement(int start, int length)
    {
        LogicalStart = start;
        LogicalLength = length;
    }

    /// <summary>The node this element is a child of; null for the root only.</summary>
    public SyntaxNode? Parent { get; private set; }

    /// <summary>The source span without surrounding trivia, continuations inside it included.</summary>
    public TextSpan Span => Line.ToSource(new TextSpan(LogicalStart, LogicalLength));

    /// <summary>The characters as BuildKit's parser sees them: without continuations and comments inside.</summary>
    public string LogicalText => Line.Text.Substring(LogicalStart, LogicalLength);

    /// <summary>The span in the instruction's logical line (see <see cref="InstructionSyntax.LogicalLine"/>).</summary>
    public TextSpan LogicalSpan => new(LogicalStart, LogicalLength);

    /// <summary>The source file.</summary>
    public SourceText Source => Line.Source;

    internal int LogicalStart { get; private set; }

    internal int LogicalLength { get; }

    internal LogicalLine Line => _line ?? throw new InvalidOperationException("The element belongs to no tree yet.");

    internal virtual void Shift(int delta) => LogicalStart += delta;

    internal virtual void Attach(SyntaxNode? parent, LogicalLine line)
    {
        Parent = parent;
        _line = line;
    }
}
