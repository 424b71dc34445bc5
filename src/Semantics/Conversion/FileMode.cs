namespace Dockerlint.Semantics.Conversion;

/// <summary>File modes of --chmod and of mounts.</summary>
internal static class FileMode
{
    /// <summary>
    /// Whether the text is a mode in symbols: clauses with commas between them, each with who it is for and one or more
    /// of + - = with permissions.
    /// </summary>
    internal static bool IsSymbolic(string text) => text.Split(',').All(IsClause);

    private static bool IsClause(string clause)
    {
        var position = 0;
        while (position < clause.Length && clause[position] is 'u' or 'g' or 'o' or 'a')
        {
            position++;
        }

        if (position == clause.Length || clause[position] is not ('+' or '-' or '='))
        {
            return false;
        }

        while (position < clause.Length && clause[position] is '+' or '-' or '=')
        {
            position++;
            if (position < clause.Length && clause[position] is 'u' or 'g' or 'o')
            {
                position++;
                continue;
            }

            while (position < clause.Length && clause[position] is 'r' or 'w' or 'x' or 'X' or 's' or 't')
            {
                position++;
            }
        }

        return position == clause.Length;
    }

    /// <summary>Whether the text is an octal number up to a limit.</summary>
    internal static bool TryParseOctal(string text, uint limit)
    {
        if (text.Length == 0)
        {
            return false;
        }

        var value = 0UL;
        foreach (var c in text)
        {
            if (c is < '0' or > '7')
            {
                return false;
            }

            value = (value * 8) + (ulong)(c - '0');
            if (value > limit)
            {
                return false;
            }
        }

        return true;
    }
}
