using Dockerlint.Text;

namespace Dockerlint.Syntax.Grammar;

/// <summary>Reads the parser directives at the top of a file (BuildKit's DirectiveParser).</summary>
internal static class DirectiveReader
{
    internal static List<DirectiveSyntax> Read(SourceText source, List<SyntaxError> errors, out char escape)
    {
        escape = '\\';
        var directives = new List<DirectiveSyntax>();
        var text = source.Text;
        var position = source.HasByteOrderMark ? 1 : 0;
        var afterShebang = text.AsSpan(position).StartsWith("#!");
        if (afterShebang)
        {
            var feed = text.IndexOf('\n', position);
            position = feed < 0 ? text.Length : feed + 1;
        }

        while (position < text.Length)
        {
            var feed = text.IndexOf('\n', position);
            var end = feed < 0 ? text.Length : feed;
            if (ReadLine(text, position, GrammarText.TrimEnd(text, position, end), end) is not { } directive)
            {
                break;
            }

            if (directives.Exists(known => known.Name == directive.Name))
            {
                errors.Add(new SyntaxError(Span(directive), $"only one {directive.Name} parser directive can be used"));
            }
            else if (directive.Name == "escape" && !afterShebang)
            {
                // A shebang line ends directive reading in the parser proper, which alone looks at the escape directive.
                var value = directive.ValueToken;
                if (value.LogicalLength == 1 && text[value.LogicalStart] is '\\' or '`')
                {
                    escape = text[value.LogicalStart];
                }
                else
                {
                    errors.Add(new SyntaxError(new TextSpan(value.LogicalStart, value.LogicalLength),
                        $"invalid escape character '{text.Substring(value.LogicalStart, value.LogicalLength)}': it must be ` or \\"));
                }
            }

            else if (directive.Name == "check" && CheckDirective.Problem(
                text.Substring(directive.ValueToken.LogicalStart, directive.ValueToken.LogicalLength)) is { } problem)
            {
                errors.Add(new SyntaxError(new TextSpan(directive.ValueToken.LogicalStart, directive.ValueToken.LogicalLength), problem));
            }

            directives.Add(directive);
            position = feed < 0 ? text.Length : feed + 1;
        }

        return directives;
    }

    private static TextSpan Span(DirectiveSyntax directive) => new(directive.LogicalStart, directive.LogicalLength);

    private static DirectiveSyntax? ReadLine(string text, int start, int end, int lineEnd)
    {
        start = GrammarText.SkipSpaces(text, start, end);
        if (start >= end || text[start] != '#')
        {
            return null;
        }

        var name = GrammarText.SkipSpaces(text, start + 1, end);
        var nameEnd = name;
        while (nameEnd < end && (nameEnd > name ? char.IsAsciiLetterOrDigit(text[nameEnd]) : char.IsAsciiLetter(text[nameEnd])))
        {
            nameEnd++;
        }

        var equals = GrammarText.SkipSpaces(text, nameEnd, end);
        var value = equals < end ? GrammarText.SkipSpaces(text, equals + 1, end) : end;
        if (value >= end && equals + 1 == end && end < lineEnd && text[lineEnd - 1] is ' ' or '\t')
        {
            // Blanks alone are a value of one blank.
            (value, end) = (lineEnd - 1, lineEnd);
        }

        if (nameEnd == name || equals >= end || text[equals] != '=' || value >= end)
        {
            return null;
        }

        var directive = text[name..nameEnd].ToLowerInvariant();
        return directive is "syntax" or "escape" or "check"
            ? new DirectiveSyntax(
                new SyntaxToken(TokenKind.DirectiveName, start, nameEnd - start),
                new SyntaxToken(TokenKind.EqualsSign, equals, 1),
                new SyntaxToken(TokenKind.DirectiveValue, value, end - value),
                directive)
            : null;
    }
}
