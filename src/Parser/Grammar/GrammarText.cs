namespace Dockerlint.Syntax.Grammar;

/// <summary>Character classes and limits of BuildKit's line parser.</summary>
internal static class GrammarText
{
    /// <summary>Deeper nesting than this is an error instead of a stack overflow.</summary>
    internal const int MaximumDepth = 200;

    /// <summary>Go's <c>unicode.IsSpace</c>.</summary>
    internal static bool IsSpace(char c) => c is '\t' or '\n' or '\v' or '\f' or '\r' or ' ' or '\u0085' or '\u00A0'
        or '\u1680' or (>= '\u2000' and <= '\u200A') or '\u2028' or '\u2029' or '\u202F' or '\u205F' or '\u3000';

    /// <summary>The blanks that separate a keyword and plain arguments: <c>[\t\v\f\r ]</c>.</summary>
    internal static bool IsBlank(char c) => c is '\t' or '\v' or '\f' or '\r' or ' ';

    internal static int SkipSpaces(string text, int position, int end)
    {
        while (position < end && IsSpace(text[position]))
        {
            position++;
        }

        return position;
    }

    internal static int TrimEnd(string text, int start, int end)
    {
        while (end > start && IsSpace(text[end - 1]))
        {
            end--;
        }

        return end;
    }
}
