using System.Runtime.CompilerServices;
using Pidgin;
using static Pidgin.Parser;
using static Pidgin.Parser<char>;

namespace Dockerlint.Syntax.Grammar;

/// <summary>
/// The words of BuildKit's shell lexer (frontend/dockerfile/shell) for one escape character. The grammar accepts every
/// text: what is missing (a quote, a brace) is missing in the node, and the validator says so.
/// </summary>
internal sealed class WordGrammar
{
    private static readonly WordGrammar s_backslash = new('\\', hasQuotes: true);
    private static readonly WordGrammar s_backtick = new('`', hasQuotes: true);

    private readonly char _escape;
    private readonly bool _hasQuotes;
    private readonly Parser<char, WordPartSyntax> _special;
    private readonly Parser<char, IEnumerable<WordPartSyntax>> _word;
    private WordGrammar? _withoutQuotes;

    private WordGrammar(char escape, bool hasQuotes)
    {
        _escape = escape;
        _hasQuotes = hasQuotes;
        var escaped = Map<char, int, char, Maybe<char>, int, WordPartSyntax>(
            (start, _, _, end) => new EscapedSyntax(start, end - start, keepsEscape: false),
            CurrentOffset, Char(escape), Any.Optional(), CurrentOffset);
        var single = Map<char, int, char, Unit, int, Maybe<char>, WordPartSyntax>(
            (start, _, _, close, closed) =>
            Quoted(start, '\'', close > start + 1 ? [new LiteralSyntax(start + 1, close - start - 1)] : [], close, closed.HasValue),
            CurrentOffset, Char('\''), Token(c => c != '\'').SkipMany(), CurrentOffset, Char('\'').Optional());
        var variable = Rec(Variable);
        var escapedInDouble = Map<char, int, char, Maybe<char>, int, WordPartSyntax>(
            (start, _, next, end) =>
            new EscapedSyntax(start, end - start, next is { HasValue: true, Value: not ('"' or '$') } && next.Value != escape),
            CurrentOffset, Char(escape), Any.Optional(), CurrentOffset);
        var inDouble = OneOf(LiteralRun(c => c != '"' && c != '$' && c != escape), variable, escapedInDouble);
        var @double = Map<char, int, char, IEnumerable<WordPartSyntax>, int, Maybe<char>, WordPartSyntax>(
            (start, _, parts, close, closed) => Quoted(start, '"', parts, close, closed.HasValue),
            CurrentOffset, Char('"'), inDouble.Many(), CurrentOffset, Char('"').Optional());
        _special = hasQuotes ? OneOf(escaped, single, @double, variable) : OneOf(escaped, variable);
        _word = PartsUntil('\0', hasStop: false).Labelled("word");
    }

    /// <summary>The grammar for backslash or backtick.</summary>
    internal static WordGrammar For(char escape) => escape == '`' ? s_backtick : s_backslash;

    /// <summary>The same grammar without quotes, which are plain characters in the body of a heredoc.</summary>
    internal WordGrammar WithoutQuotes => _withoutQuotes ??= new WordGrammar(_escape, hasQuotes: false);

    /// <summary>Parses a slice as one word; inner blanks belong to it.</summary>
    internal WordSyntax Parse(string text, int start, int end)
    {
        var slice = text.AsSpan(start, end - start);
        if (slice.IsEmpty)
        {
            return new WordSyntax(start, 0, []);
        }

        if (slice.IndexOf(_escape) < 0 && !(_hasQuotes && slice.ContainsAny('\'', '"')) && !slice.Contains('$'))
        {
            return new WordSyntax(start, slice.Length, [new LiteralSyntax(start, slice.Length)]);
        }

        // The grammar is total: it fails only when nesting would overflow the stack.
        var result = _word.Parse(slice);
        if (!result.Success)
        {
            return new WordSyntax(start, slice.Length, [new LiteralSyntax(start, slice.Length)], isTooDeep: true);
        }

        var word = new WordSyntax(0, slice.Length, [.. result.Value]);
        word.Shift(start);
        return word;
    }

    private Parser<char, IEnumerable<WordPartSyntax>> PartsUntil(char stop, bool hasStop) => OneOf(
        LiteralRun(c => !(_hasQuotes && c is '\'' or '"') && c != '$' && c != _escape && !(hasStop && c == stop)),
        hasStop && stop == _escape ? Fail<WordPartSyntax>() : Rec(() => _special)).Many();

    private Parser<char, WordSyntax> WordUntil(char stop) => Map(
        (start, parts, end) => new WordSyntax(start, end - start, [.. parts]),
        CurrentOffset, PartsUntil(stop, hasStop: true), CurrentOffset);

    private Parser<char, WordPartSyntax> Variable()
    {
        var name = TokenOf(TokenKind.VariableName, OneOf(
            Token(char.IsDigit).SkipAtLeastOnce(),
            Token(c => c is '@' or '*' or '#' or '?' or '-' or '$' or '!').IgnoreResult(),
            Token(c => char.IsLetterOrDigit(c) || c == '_').SkipAtLeastOnce())).Optional();
        var modifier = TokenOf(TokenKind.VariableOperator, OneOf(
            Token(':').Then(Token(c => c is not '}').Optional()).IgnoreResult(),
            Token('#').Then(Token('#').Optional()).IgnoreResult(),
            Token('%').Then(Token('%').Optional()).IgnoreResult(),
            Token(c => c is not ('/' or '}')).IgnoreResult()));
        var slashes = TokenOf(TokenKind.VariableOperator, Token('/').Then(Token('/').Optional()).IgnoreResult());
        var separator = TokenOf(TokenKind.VariableOperator, Token('/').IgnoreResult());
        var replaceTail = Map(
            (op, pattern, slash, replacement) => new Tail(op, pattern, slash.GetValueOrDefault(), replacement),
            slashes, WordUntil('/'), separator.Optional(), WordUntil('}'));
        var wordTail = Map((op, word) => new Tail(op, word, null, null), modifier, WordUntil('}'));
        var close = TokenOf(TokenKind.VariableEnd, Token('}').IgnoreResult());
        var guard = CurrentOffset.Where(_ => RuntimeHelpers.TryEnsureSufficientExecutionStack());
        var braced = guard.Then(Map(
            (id, tail, end) => new Braced(id.GetValueOrDefault(), tail.GetValueOrDefault(), end.GetValueOrDefault()),
            name, OneOf(replaceTail, wordTail).Optional(), close.Optional()));
        var body = OneOf(
            Token('{').Then(braced).Select(b => (Braced?)b),
            name.Select(id => id.HasValue ? new Braced(id.Value, null, null) : null));
        return Map<char, int, char, bool, Braced?, int, WordPartSyntax>(
            (start, _, hasBrace, b, end) => b is null
                ? new LiteralSyntax(start, 1)
                : new VariableReferenceSyntax(
                    start, end - start, new SyntaxToken(TokenKind.VariableStart, start, hasBrace ? 2 : 1), b.Name, b.Tail?.Operator,
                    b.Tail?.Word, b.Tail?.Separator, b.Tail?.Replacement, b.Close),
            CurrentOffset, Token('$'), Lookahead(Token('{').Optional()).Select(brace => brace.HasValue), body, CurrentOffset);
    }

    private static Parser<char, SyntaxToken> TokenOf(TokenKind kind, Parser<char, Unit> parser) => Map(
        (start, _, end) => new SyntaxToken(kind, start, end - start), CurrentOffset, parser, CurrentOffset);

    private static Parser<char, WordPartSyntax> LiteralRun(Func<char, bool> isPlain) => Map<char, int, Unit, int, WordPartSyntax>(
        (start, _, end) => new LiteralSyntax(start, end - start), CurrentOffset, Token(isPlain).SkipAtLeastOnce(), CurrentOffset);

    private static QuotedSyntax Quoted(int start, char quote, IEnumerable<WordPartSyntax> parts, int close, bool isClosed) =>
        new(start, close + (isClosed ? 1 : 0) - start, quote, new SyntaxToken(TokenKind.Quote, start, 1), [.. parts],
            isClosed ? new SyntaxToken(TokenKind.Quote, close, 1) : null);

    private sealed record Tail(SyntaxToken Operator, WordSyntax Word, SyntaxToken? Separator, WordSyntax? Replacement);

    private sealed record Braced(SyntaxToken? Name, Tail? Tail, SyntaxToken? Close);
}
