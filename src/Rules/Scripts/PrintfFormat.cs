using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>Finds the format of printf.</summary>
internal static class PrintfFormat
{
    /// <summary>The word; null without one.</summary>
    internal static ShellWord? Of(SimpleCommand command)
    {
        var index = Index(command);
        return index < command.Words.Length ? command.Words[index] : null;
    }

    /// <summary>Where it stands among the words.</summary>
    internal static int Index(SimpleCommand command)
    {
        var index = 1;
        if (index < command.Words.Length && command.Words[index].LiteralValue == "-v")
        {
            index += 2;
        }

        if (index < command.Words.Length && command.Words[index].LiteralValue == "--")
        {
            index++;
        }

        return index;
    }

    /// <summary>How many arguments a format has places for; null when only a running shell knows.</summary>
    internal static int? Places(ShellWord format)
    {
        if (format.LiteralValue is not { } text)
        {
            return null;
        }

        var places = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%')
            {
                continue;
            }

            if (i + 1 < text.Length && text[i + 1] == '%')
            {
                i++;
                continue;
            }

            if (i + 1 == text.Length || text[i + 1] == '(')
            {
                return null;
            }

            places++;
            for (i++; i < text.Length && !char.IsAsciiLetter(text[i]); i++)
            {
                places += text[i] == '*' ? 1 : 0;
            }
        }

        return places;
    }
}
