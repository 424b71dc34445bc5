namespace Dockerlint.Syntax.Shell;

/// <summary>Questions about the next characters.</summary>
internal static class ShellLookahead
{
    internal static bool IsBlank(char c) => c is ' ' or '\t' or ShellMarks.Nothing;

    internal static bool IsSpace(char c) => IsBlank(c) || c == '\n';

    internal static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_';

    internal static bool IsNameCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    internal static bool IsSpecial(char c) => char.IsAsciiDigit(c) || c is '@' or '*' or '#' or '?' or '-' or '$' or '!';

    internal static bool IsLiteral(char c) =>
        c is not (' ' or '\t' or '\n' or ';' or '&' or '|' or '<' or '>' or '(' or ')' or '\'' or '"' or '`' or '\\' or '$')
        && !ShellMarks.IsMark(c);

    internal static bool IsQuotedLiteral(char c) => c is not ('"' or '`' or '\\' or '$') && !ShellMarks.IsMark(c);

    internal static char At(ReadOnlySpan<char> ahead, int index) => index < ahead.Length ? ahead[index] : '\0';

    internal static bool EndsWord(ReadOnlySpan<char> ahead, int index) =>
        index >= ahead.Length || IsSpace(ahead[index])
        || ahead[index] is ';' or '&' or '|' or '<' or '>' or '(' or ')' or ShellMarks.BacktickClose or ShellMarks.ArithmeticOpen;

    internal static bool IsWord(ReadOnlySpan<char> ahead, string word) => ahead.StartsWith(word) && EndsWord(ahead, word.Length);

    internal static bool EndsList(ReadOnlySpan<char> ahead)
    {
        switch (At(ahead, 0))
        {
            case '\0' when ahead.IsEmpty:
            case ')' or ShellMarks.BacktickClose or ';':
                return true;
            case '}':
                return EndsWord(ahead, 1);
            case 't':
                return IsWord(ahead, "then");
            case 'd':
                return IsWord(ahead, "do") || IsWord(ahead, "done");
            case 'f':
                return IsWord(ahead, "fi");
            case 'e':
                return IsWord(ahead, "else") || IsWord(ahead, "elif") || IsWord(ahead, "esac");
            default:
                return false;
        }
    }

    internal static int NameLength(ReadOnlySpan<char> ahead)
    {
        if (!IsNameStart(At(ahead, 0)))
        {
            return 0;
        }

        var length = 1;
        while (IsNameCharacter(At(ahead, length)))
        {
            length++;
        }

        return length;
    }

    /// <summary>
    /// Whether what follows <c>${</c> has an operator with a pattern. Its single quotes quote even inside of double quotes.
    /// </summary>
    internal static bool HasPattern(ReadOnlySpan<char> ahead)
    {
        var index = At(ahead, 0) is '!' ? 1 : 0;
        var length = NameLength(ahead[index..]);
        if (length > 0)
        {
            index += length;
            if (At(ahead, index) == '[')
            {
                var end = ahead[index..].IndexOfAny(']', '}');
                index += end < 0 ? 0 : end + 1;
            }
        }
        else
        {
            index += IsSpecial(At(ahead, index)) ? 1 : 0;
            while (char.IsAsciiDigit(At(ahead, index)))
            {
                index++;
            }
        }

        return index > 0 && IsPatternOperator(At(ahead, index));
    }

    internal static bool IsPatternOperator(char c) => c is '#' or '%' or '/' or '^' or ',';

    internal static bool IsAssignment(ReadOnlySpan<char> ahead)
    {
        var index = NameLength(ahead);
        if (index == 0)
        {
            return false;
        }

        if (At(ahead, index) == '[')
        {
            var end = ahead[index..].IndexOfAny(']', ' ', '\n');
            if (end < 0 || ahead[index + end] != ']')
            {
                return false;
            }

            index += end + 1;
        }

        return At(ahead, index) == '=' || (At(ahead, index) == '+' && At(ahead, index + 1) == '=');
    }

    internal static bool IsRedirect(ReadOnlySpan<char> ahead)
    {
        var index = 0;
        if (At(ahead, 0) == '{')
        {
            var length = NameLength(ahead[1..]);
            index = length > 0 && At(ahead, length + 1) == '}' ? length + 2 : 0;
        }
        else
        {
            while (char.IsAsciiDigit(At(ahead, index)))
            {
                index++;
            }
        }

        return At(ahead, index) switch
        {
            '<' or '>' => At(ahead, index + 1) != '(',
            '&' => index == 0 && At(ahead, 1) == '>',
            _ => false,
        };
    }
}
