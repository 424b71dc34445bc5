using Dockerlint.Syntax.Grammar;
using Dockerlint.Text;

namespace Dockerlint.Syntax;

/// <summary>The body and terminator of one heredoc; its marker stands in the words of the instruction.</summary>
public sealed class HeredocSyntax : SyntaxNode
{
    private readonly TextSpan _marker;
    private readonly LogicalLine _instruction;
    private readonly LogicalLine _file;
    private readonly WordGrammar _words;
    private WordSyntax? _content;

    internal HeredocSyntax(
        HeredocMarker marker, LogicalLine instruction, LogicalLine file, WordGrammar words, int start, SyntaxToken? body,
            SyntaxToken? terminator)
        : base(start, (terminator ?? body) is { } last ? last.LogicalStart + last.LogicalLength - start : 0, [body, terminator])
    {
        Name = marker.Name;
        IsExpanded = marker.IsExpanded;
        StripsTabs = marker.StripsTabs;
        FileDescriptor = marker.FileDescriptor;
        _marker = marker.Span;
        _instruction = instruction;
        _file = file;
        _words = words;
        Body = body;
        Terminator = terminator;
    }

    /// <summary>The word that ends the heredoc, without quotes.</summary>
    public string Name { get; }

    /// <summary>Whether variables in the body are expanded: no part of the marker stands in quotes.</summary>
    public bool IsExpanded { get; }

    /// <summary>Whether the marker is <c>&lt;&lt;-</c>: leading tabs are taken off.</summary>
    public bool StripsTabs { get; }

    /// <summary>The number before the marker, or 0.</summary>
    public long FileDescriptor { get; }

    /// <summary>Where the marker stands in the instruction.</summary>
    public TextSpan MarkerSpan => _instruction.ToSource(_marker);

    /// <summary>The lines, each with its line end; null when there are none.</summary>
    public SyntaxToken? Body { get; }

    /// <summary>The line that ends the heredoc; null when it is missing.</summary>
    public SyntaxToken? Terminator { get; }

    /// <summary>The lines as written, tabs included.</summary>
    public string Content => Body?.LogicalText ?? "";

    /// <summary>
    /// The body as the engine expands it for COPY and ADD, with quotes as plain characters; null when it is empty or not
    /// expanded. It is no part of the tree, but its spans are those of the source.
    /// </summary>
    public WordSyntax? ContentWord
    {
        get
        {
            if (_content is null && IsExpanded && Body is { } body)
            {
                _content = _words.WithoutQuotes.Parse(_file.Text, body.LogicalStart, body.LogicalStart + body.LogicalLength);
                _content.Attach(this, _file);
            }

            return _content;
        }
    }

    // Bodies are physical lines: their offsets are those of the file, not of the instruction's logical line.
    internal override void Attach(SyntaxNode? parent, LogicalLine line) => base.Attach(parent, _file);
}
