using Dockerlint.Text;

namespace Dockerlint.Syntax;

/// <summary>Names the pieces of the gaps between tokens. It accepts any text and loses nothing.</summary>
internal static class TriviaLexer
{
    internal static IReadOnlyList<SyntaxTrivia> Lex(SourceText source, TextSpan span, char escape)
    {
        if (span.Length <= 0)
        {
            return [];
        }

        var text = source.Text;
        var trivia = new List<SyntaxTrivia>();
        var position = span.Start;
        while (position < span.End)
        {
            var start = position;
            var kind = Next(text, ref position, span.End, escape);
            if (kind == TriviaKind.Skipped && trivia.Count > 0 && trivia[^1].Kind == TriviaKind.Skipped)
            {
                trivia[^1] = new SyntaxTrivia(kind, TextSpan.FromBounds(trivia[^1].Span.Start, position));
            }
            else
            {
                trivia.Add(new SyntaxTrivia(kind, TextSpan.FromBounds(start, position)));
            }
        }

        return trivia;
    }

    private static TriviaKind Next(string text, ref int position, int end, char escape)
    {
        var c = text[position];
        if (c == '\uFEFF' && position == 0)
        {
            position++;
            return TriviaKind.ByteOrderMark;
        }

        if (c == '\n' || (c == '\r' && position + 1 < end && text[position + 1] == '\n'))
        {
            position += c == '\n' ? 1 : 2;
            return TriviaKind.EndOfLine;
        }

        if (c == escape)
        {
            var behind = position + 1;
            while (behind < end && text[behind] is ' ' or '\t' or '\r')
            {
                behind++;
            }

            if (behind < end && text[behind] == '\n')
            {
                position = behind + 1;
                return TriviaKind.Continuation;
            }
        }

        if (c == '#')
        {
            var line = text.IndexOf('\n', position, end - position);
            var stop = line < 0 ? end : line > position && text[line - 1] == '\r' ? line - 1 : line;
            position = stop;
            return TriviaKind.Comment;
        }

        if (!char.IsWhiteSpace(c))
        {
            position++;
            return TriviaKind.Skipped;
        }

        while (position < end && char.IsWhiteSpace(text[position]) && text[position] != '\n'
            && !(text[position] == '\r' && position + 1 < end && text[position + 1] == '\n'))
        {
            position++;
        }

        return TriviaKind.Blank;
    }
}
