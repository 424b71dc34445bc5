using Dockerlint.Text;

namespace Dockerlint.Syntax;

/// <summary>A leaf of the tree. It holds no text of its own: its text is a slice of the source.</summary>
public sealed class SyntaxToken : SyntaxElement
{
    private int _fullStart;
    private int _fullEnd;
    private readonly string? _value;
    private char _escape = '\\';

    internal SyntaxToken(TokenKind kind, int start, int length, string? value = null)
        : base(start, length)
    {
        Kind = kind;
        _value = value;
    }

    /// <summary>What the token is.</summary>
    public TokenKind Kind { get; }

    /// <summary>The source characters, continuations inside the token included.</summary>
    public string Text => Source.ToString(Span);

    /// <summary>The meaning of the token: unescaped where it has escapes, else its logical text.</summary>
    public string Value => _value ?? LogicalText;

    /// <summary>The span with leading and trailing trivia; the full spans of all tokens tile the source.</summary>
    public TextSpan FullSpan => TextSpan.FromBounds(_fullStart, _fullEnd);

    /// <summary>Blanks, comments, continuations and line ends before the token.</summary>
    public IReadOnlyList<SyntaxTrivia> LeadingTrivia =>
        TriviaLexer.Lex(Source, TextSpan.FromBounds(_fullStart, Span.Start), _escape);

    /// <summary>Blanks behind the token and, when it is the last on its line, the line end.</summary>
    public IReadOnlyList<SyntaxTrivia> TrailingTrivia =>
        TriviaLexer.Lex(Source, TextSpan.FromBounds(Span.End, _fullEnd), _escape);

    internal void SetFullSpan(int start, int end, char escape)
    {
        _fullStart = start;
        _fullEnd = end;
        _escape = escape;
    }
}
