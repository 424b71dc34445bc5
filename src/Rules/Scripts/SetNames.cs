using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>The variables that commands of the shell set by their names.</summary>
internal static class SetNames
{
    /// <summary>The words of a command that name what it sets.</summary>
    /// <param name="name">The command.</param>
    /// <param name="arguments">Its arguments.</param>
    internal static IEnumerable<ShellWord> WordsOf(string name, IReadOnlyList<ShellWord> arguments)
    {
        switch (name)
        {
            case "read":
                return AfterOptions(arguments, "adinNptu").Words.Concat(OptionValue(arguments, 'a'));
            case "getopts":
                return arguments.Count > 1 ? [arguments[1]] : [];
            case "printf":
                return arguments is [{ LiteralValue: "-v" }, var target, ..] ? [target] : [];
            case "mapfile" or "readarray":
                return AfterOptions(arguments, "dnOsuCc").Words;
            case "unset":
                return AfterOptions(arguments, "").Words;
            case "wait":
                return OptionValue(arguments, 'p');
            default:
                return [];
        }
    }

    /// <summary>What it sets.</summary>
    internal static IEnumerable<string> Of(string name, IReadOnlyList<ShellWord> arguments) =>
        WordsOf(name, arguments).Select(word => word.LiteralValue?.Split('[')[0]).OfType<string>();

    private static IEnumerable<ShellWord> OptionValue(IReadOnlyList<ShellWord> arguments, char option)
    {
        for (var i = 0; i + 1 < arguments.Count; i++)
        {
            if (arguments[i].LiteralValue is ['-', not '-', ..] flags && flags[^1] == option)
            {
                yield return arguments[i + 1];
            }
        }
    }

    /// <summary>The words behind the options.</summary>
    internal static (IReadOnlyList<ShellWord> Words, IReadOnlyList<ShellWord> Options) AfterOptions(
        IReadOnlyList<ShellWord> arguments, string withValue)
    {
        var index = 0;
        while (index < arguments.Count && arguments[index].Parts is [Literal { Text: ['-', _, ..] flags }, ..])
        {
            index++;
            if (flags == "--")
            {
                break;
            }

            // The value stands in the next word only where the option is the last letter.
            var at = flags.AsSpan(1).IndexOfAny(withValue);
            if (at >= 0 && at + 2 == flags.Length && arguments[index - 1].Parts.Length == 1)
            {
                index++;
            }
        }

        index = Math.Min(index, arguments.Count);
        return ([.. arguments.Skip(index)], [.. arguments.Take(index)]);
    }
}
