using System.Text;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>What rm removes with all that is in it.</summary>
internal static class Removed
{
    /// <summary>The operands of every rm that goes into folders.</summary>
    internal static IEnumerable<(SimpleCommand Command, ShellWord Word)> Words(CheckedScript script) => script.Commands
        .Where(command => CheckedScript.NameOf(command) == "rm"
            && ShellFlags.Of(command).Any(flag => flag.Flag is ['r' or 'R'] or "recursive"))
        .SelectMany(command => command.Words.Skip(1).Where(word => !ShellFlags.Start(word).StartsWith('-'))
            .Select(word => (command, word)));

    /// <summary>What a word stands for when its expansions are empty; null when only a running shell knows.</summary>
    internal static string? Path(ShellWord word, out bool hasExpansion, out bool isGuarded)
    {
        hasExpansion = isGuarded = false;
        var text = new StringBuilder();
        foreach (var part in word.Parts.SelectMany(part => part is DoubleQuoted quoted ? quoted.Parts : [part]))
        {
            switch (part)
            {
                case ParameterExpansion expansion:
                    hasExpansion = true;
                    isGuarded |= expansion.Operator is ":?" or ":-" or ":=";
                    break;
                case CommandSubstitution:
                    hasExpansion = true;
                    break;
                case { LiteralValue: { } literal }:
                    text.Append(literal);
                    break;
                default:
                    return null;
            }
        }

        var path = text.ToString();
        while (path.Contains("//", StringComparison.Ordinal))
        {
            path = path.Replace("//", "/", StringComparison.Ordinal);
        }

        return path;
    }
}
