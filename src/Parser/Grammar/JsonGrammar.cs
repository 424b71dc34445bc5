using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Pidgin;
using static Pidgin.Parser;
using static Pidgin.Parser<char>;

namespace Dockerlint.Syntax.Grammar;

/// <summary>JSON as Go's decoder reads it, for the exec form.</summary>
internal static class JsonGrammar
{
    private static readonly Parser<char, Unit> s_blanks = Token(c => c is ' ' or '\t' or '\r' or '\n').SkipMany();
    private static readonly Parser<char, Unit> s_hex = Token(char.IsAsciiHexDigit).IgnoreResult();

    private static readonly Parser<char, Unit> s_stringBody = OneOf(
        Token(c => c >= ' ' && c is not ('"' or '\\')).SkipAtLeastOnce(),
        Char('\\').Then(OneOf(
            Token(c => c is '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't').IgnoreResult(),
            Char('u').Then(s_hex).Then(s_hex).Then(s_hex).Then(s_hex)))).SkipMany();

    private static readonly Parser<char, Unit> s_string = Char('"').Then(s_stringBody).Then(Char('"')).IgnoreResult();

    private static readonly Parser<char, SyntaxToken> s_stringToken = TokenOf(TokenKind.JsonString, s_string).Labelled("string");

    private static readonly Parser<char, Unit> s_digits = Token(char.IsAsciiDigit).SkipAtLeastOnce();

    private static readonly Parser<char, Unit> s_number = Char('-').Optional()
        .Then(OneOf(Char('0').IgnoreResult(), s_digits))
        .Then(Char('.').Then(s_digits).Optional())
        .Then(Token(c => c is 'e' or 'E').Then(Token(c => c is '+' or '-').Optional()).Then(s_digits).Optional())
        .IgnoreResult();

    private static readonly Parser<char, Unit> s_value = Rec(Value);

    private static readonly Parser<char, IEnumerable<SyntaxToken>> s_array = Map(
        (open, items, close) => items.Prepend(open).Append(close),
        Punctuation('[').Before(s_blanks),
        Map((first, rest) => rest.SelectMany(tokens => tokens).Prepend(first),
            s_stringToken.Before(s_blanks),
            Map<char, SyntaxToken, SyntaxToken, IEnumerable<SyntaxToken>>(
                (comma, item) => [comma, item], Punctuation(',').Before(s_blanks), s_stringToken.Before(s_blanks)).Many())
            .Or(Return<IEnumerable<SyntaxToken>>([])),
        Punctuation(']')).Before(s_blanks).Before(End);

    private static readonly Parser<char, Unit> s_anyArray = Lookahead(Char('[')).Then(s_value).Before(s_blanks).Before(End);

    /// <summary>
    /// Reads an array of strings. False with <paramref name="isOtherArray"/> when the text is an array with something
    /// else in it, which BuildKit rejects; false alone means shell form.
    /// </summary>
    internal static bool TryParse(string text, int start, int end, out JsonArraySyntax? array, out bool isOtherArray)
    {
        array = null;
        isOtherArray = false;
        if (start >= end || text[start] != '[')
        {
            return false;
        }

        var slice = text.AsSpan(start, end - start);
        var result = s_array.Parse(slice);
        if (!result.Success)
        {
            isOtherArray = s_anyArray.Parse(slice).Success;
            return false;
        }

        var tokens = new List<SyntaxToken>();
        foreach (var token in result.Value)
        {
            tokens.Add(token.Kind == TokenKind.JsonString
                ? new SyntaxToken(TokenKind.JsonString, token.LogicalStart + start, token.LogicalLength,
                    Unescape(slice.Slice(token.LogicalStart + 1, token.LogicalLength - 2)))
                : new SyntaxToken(token.Kind, token.LogicalStart + start, token.LogicalLength));
        }

        var last = tokens[^1];
        array = new JsonArraySyntax(start, last.LogicalStart + last.LogicalLength - start, tokens);
        return true;
    }

    private static Parser<char, Unit> Value()
    {
        var guard = CurrentOffset.Where(_ => RuntimeHelpers.TryEnsureSufficientExecutionStack()).IgnoreResult();
        var value = s_value.Before(s_blanks);
        var array = Char('[').Then(guard).Then(s_blanks)
            .Then(value.SkipSeparated(Char(',').Then(s_blanks)))
            .Then(Char(']')).IgnoreResult();
        var member = s_string.Then(s_blanks).Then(Char(':')).Then(s_blanks).Then(value);
        var @object = Char('{').Then(guard).Then(s_blanks)
            .Then(member.SkipSeparated(Char(',').Then(s_blanks)))
            .Then(Char('}')).IgnoreResult();
        return OneOf(
            s_string, array, @object, s_number,
            String("true").IgnoreResult(), String("false").IgnoreResult(), String("null").IgnoreResult());
    }

    private static Parser<char, Unit> SkipSeparated(this Parser<char, Unit> item, Parser<char, Unit> separator) =>
        item.Then(separator.Then(item).SkipMany()).Or(Return(Pidgin.Unit.Value));

    private static Parser<char, SyntaxToken> Punctuation(char c) => TokenOf(TokenKind.JsonPunctuation, Char(c).IgnoreResult());

    private static Parser<char, SyntaxToken> TokenOf(TokenKind kind, Parser<char, Unit> parser) => Map(
        (start, _, end) => new SyntaxToken(kind, start, end - start), CurrentOffset, parser, CurrentOffset);

    private static string Unescape(ReadOnlySpan<char> text)
    {
        if (!text.Contains('\\'))
        {
            return text.ToString();
        }

        var builder = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                builder.Append(text[i]);
                continue;
            }

            var c = text[++i];
            switch (c)
            {
                case 'u':
                    builder.Append((char)ushort.Parse(text.Slice(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                    i += 4;
                    break;
                default:
                    builder.Append(c switch { 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', _ => c });
                    break;
            }
        }

        return builder.ToString();
    }
}
