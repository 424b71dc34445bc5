using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>The options among the words of a command, as far as their letters tell.</summary>
internal static class ShellFlags
{
    /// <summary>Every option in front of <c>--</c>: a letter, or a long name without its value; with its word.</summary>
    internal static IEnumerable<(string Flag, ShellWord Word)> Of(SimpleCommand command) => Of(command.Words.Skip(1));

    /// <summary>Every option among some words.</summary>
    internal static IEnumerable<(string Flag, ShellWord Word)> Of(IEnumerable<ShellWord> words)
    {
        foreach (var word in words)
        {
            var text = Start(word);
            if (text == "--")
            {
                yield break;
            }

            if (text.StartsWith("--", StringComparison.Ordinal))
            {
                yield return (text[2..].Split('=')[0], word);
            }
            else if (text is ['-', ..])
            {
                foreach (var letter in text.AsSpan(1).ToArray())
                {
                    yield return (letter.ToString(), word);
                }
            }
        }
    }

    /// <summary>Whether a command has one of the options.</summary>
    internal static bool Has(SimpleCommand command, params IReadOnlyList<string> flags) => Of(command)
        .Any(flag => flags.Contains(flag.Flag));

    /// <summary>The words that are no options.</summary>
    internal static IEnumerable<ShellWord> Operands(SimpleCommand command)
    {
        var isBehind = false;
        foreach (var word in command.Words.Skip(1))
        {
            var text = Start(word);
            if (!isBehind && text == "--")
            {
                isBehind = true;
            }
            else if (isBehind || text is not ['-', _, ..])
            {
                yield return word;
            }
        }
    }

    /// <summary>The literal text that a word begins with.</summary>
    internal static string Start(ShellWord word)
    {
        if (word.LiteralValue is { } whole)
        {
            return whole;
        }

        var text = new System.Text.StringBuilder();
        foreach (var part in word.Parts)
        {
            if (part.LiteralValue is not { } value)
            {
                if (part is DoubleQuoted { Parts: [Literal first, ..] })
                {
                    text.Append(first.Text);
                }

                break;
            }

            text.Append(value);
        }

        return text.ToString();
    }
}
