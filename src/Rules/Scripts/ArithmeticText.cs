namespace Dockerlint.Rules;

/// <summary>Reads names in arithmetic.</summary>
internal static class ArithmeticText
{
    /// <summary>The names in a text, with where they begin, and whether they are set or read there.</summary>
    internal static IEnumerable<(string Name, int Start, bool IsSet, bool IsRead)> Names(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiLetterOrDigit(text[i]) && text[i] != '_')
            {
                continue;
            }

            var start = i;
            while (i < text.Length && (char.IsAsciiLetterOrDigit(text[i]) || text[i] == '_'))
            {
                i++;
            }

            if (!char.IsAsciiDigit(text[start]) && (start == 0 || text[start - 1] != '#'))
            {
                var rest = text.AsSpan(i).TrimStart();
                if (rest.StartsWith("["))
                {
                    var end = rest.IndexOf(']');
                    rest = end < 0 ? rest : rest[(end + 1)..].TrimStart();
                }

                var before = text.AsSpan(0, start).TrimEnd();
                var isPlain = rest.StartsWith("=") && !rest.StartsWith("==");
                var isCompound = IsCompound(rest) || rest.StartsWith("++") || rest.StartsWith("--")
                    || before.EndsWith("++") || before.EndsWith("--");
                yield return (text[start..i], start, isPlain || isCompound, !isPlain);
            }

            i--;
        }
    }

    private static bool IsCompound(ReadOnlySpan<char> rest) =>
        (rest.Length > 1 && rest[1] == '=' && "+-*/%&|^".Contains(rest[0]))
        || rest.StartsWith("<<=") || rest.StartsWith(">>=");
}
