using System.Globalization;
using Dockerlint.Text;

namespace Dockerlint.Syntax.Grammar;

/// <summary>Finds heredoc markers in a logical line and reads the bodies behind it.</summary>
internal static class HeredocReader
{
    /// <summary>
    /// The markers of a line. BuildKit splits the whole line with its shell lexer, always with the backslash as escape
    /// character, and takes each word of the form <c>[n]&lt;&lt;[-]word</c>; a line its lexer rejects has none.
    /// </summary>
    internal static List<HeredocMarker> FindMarkers(string line, int start)
    {
        var markers = new List<HeredocMarker>();
        if (line.IndexOf("<<", start, StringComparison.Ordinal) < 0)
        {
            return markers;
        }

        var parts = WordGrammar.For('\\').Parse(line, 0, line.Length);
        if (parts.IsTooDeep || WordErrors.FirstProblem(parts, line) is not null)
        {
            return markers;
        }

        foreach (var raw in SplitWords(parts, line))
        {
            if (TryParseMarker(line, raw) is { } marker)
            {
                markers.Add(marker);
            }
        }

        return markers;
    }

    /// <summary>Whether a word of COPY or ADD is a heredoc marker.</summary>
    internal static bool IsMarker(string word) => TryParseMarker(word, new RawSpan(0, word.Length)) is not null;

    private static IEnumerable<RawSpan> SplitWords(WordSyntax line, string text)
    {
        var start = -1;
        foreach (var part in line.Parts)
        {
            if (part is not LiteralSyntax)
            {
                start = start < 0 ? part.LogicalStart : start;
                continue;
            }

            var partEnd = part.LogicalStart + part.LogicalLength;
            for (var i = part.LogicalStart; i < partEnd; i++)
            {
                if (text[i] == '<' && i + 1 < partEnd && text[i + 1] == '<')
                {
                    // Blanks between the marker's signs and its word belong to the word.
                    start = start < 0 ? i : start;
                    i += i + 2 < partEnd && text[i + 2] == '-' ? 3 : 2;
                    i = GrammarText.SkipSpaces(text, i, partEnd) - 1;
                }
                else if (!GrammarText.IsSpace(text[i]))
                {
                    start = start < 0 ? i : start;
                }
                else if (start >= 0)
                {
                    yield return new RawSpan(start, i - start);
                    start = -1;
                }
            }
        }

        if (start >= 0)
        {
            yield return new RawSpan(start, text.Length - start);
        }
    }

    private static HeredocMarker? TryParseMarker(string text, RawSpan word)
    {
        var position = word.Start;
        while (position < word.End && char.IsAsciiDigit(text[position]))
        {
            position++;
        }

        var digits = text.AsSpan(word.Start, position - word.Start);
        if (position + 2 > word.End || text[position] != '<' || text[position + 1] != '<')
        {
            return null;
        }

        position += 2;
        var strips = position < word.End && text[position] == '-';
        position = GrammarText.SkipSpaces(text, position + (strips ? 1 : 0), word.End);
        if (position >= word.End || text.AsSpan(position, word.End - position).Contains('<'))
        {
            return null;
        }

        var rest = text[position..word.End];
        var name = WordGrammar.For('\\').Parse(rest, 0, rest.Length);
        var cooked = WordErrors.Cook(name, rest);
        if (cooked is null || cooked.Length == 0)
        {
            return null;
        }

        _ = long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var descriptor);

        // Quotes switch expansion off; an escaped character does not, other than in a shell.
        return new HeredocMarker(
            cooked, !name.Descendants().Any(part => part is QuotedSyntax), strips, descriptor, new TextSpan(word.Start, word.Length));
    }

    /// <summary>Reads the body of one heredoc from the reader's position.</summary>
    internal static HeredocSyntax ReadBody(
        HeredocMarker marker, LogicalLine line, LogicalLine file, WordGrammar words, ElementReader reader)
    {
        var text = file.Text;
        var start = reader.Position;
        var recovery = -1;
        var mayEnd = reader.HeredocEnds?.Has(marker, start) != false;
        while (reader.Position < text.Length)
        {
            var (from, to) = reader.ReadLine();
            if (!mayEnd)
            {
                if (Instructions.StartsWithKeyword(text.AsSpan(from, to - from)))
                {
                    recovery = from;
                    break;
                }

                continue;
            }

            var first = from;
            while (marker.StripsTabs && first < to && text[first] == '\t')
            {
                first++;
            }

            if (text.AsSpan(first, to - first).SequenceEqual(marker.Name))
            {
                return new HeredocSyntax(marker, line, file, words, start,
                    from > start ? new SyntaxToken(TokenKind.HeredocBody, start, from - start) : null,
                    new SyntaxToken(TokenKind.HeredocTerminator, from, to - from));
            }

            if (recovery < 0 && Instructions.StartsWithKeyword(text.AsSpan(from, to - from)))
            {
                recovery = from;
            }
        }

        // The terminator is missing: the body ends where the next instruction seems to start, so that the rest of the
        // file is still read.
        reader.HeredocEnds ??= new HeredocEnds(text);
        var end = recovery < 0 ? text.Length : recovery;
        reader.Position = end;
        return new HeredocSyntax(
            marker, line, file, words, start, end > start ? new SyntaxToken(TokenKind.HeredocBody, start, end - start) : null, null);
    }
}
