using System.Collections.Immutable;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>A simple command as hadolint sees it: a literal name and words flattened to text, with no variable resolved.</summary>
/// <param name="Name">The name, found behind <c>command</c>, <c>builtin</c>, <c>exec</c>, <c>busybox</c> and <c>run</c>.</param>
/// <param name="Arguments">All words behind the first word of the command.</param>
internal sealed record HadolintCommand(string Name, ImmutableArray<string> Arguments)
{
    /// <summary>The flags: the name of each <c>--name</c>, each character behind a single dash.</summary>
    internal IEnumerable<string> Flags => Arguments.SelectMany(FlagsOf);

    /// <summary>The command, or null when its name is not literal.</summary>
    internal static HadolintCommand? Create(SimpleCommand command, MappedText text)
    {
        var words = command.Words;
        // hadolint's shell grammar reads [ as an operator of its own, not as a command.
        if (words.IsEmpty || words[0].LiteralValue is not { } first || first == "[")
        {
            return null;
        }

        var name = first switch
        {
            "command" or "builtin" or "busybox" or "run" when words.Length > 1 && !IsFlag(words[1]) => words[1].LiteralValue,
            "exec" => words.Skip(1).SkipWhile(IsFlag).FirstOrDefault() is { } program ? program.LiteralValue : first,
            _ => first,
        };
        return name is null ? null : new HadolintCommand(name, [.. words.Skip(1).Select(word => HadolintWord.Flatten(word, text))]);
    }

    /// <summary>Whether any of the words is there.</summary>
    internal bool HasAny(params ReadOnlySpan<string> words)
    {
        foreach (var argument in Arguments)
        {
            if (words.Contains(argument))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether any of the flags is there.</summary>
    internal bool HasAnyFlag(params string[] flags) => Flags.Any(flags.Contains);

    /// <summary>The words that are no flags, without those behind one of the flags given.</summary>
    internal IReadOnlyList<string> Operands(params string[] flagsWithValue)
    {
        var operands = new List<string>();
        var skips = false;
        foreach (var argument in Arguments)
        {
            var flags = FlagsOf(argument);
            if (!skips && flags.Count == 0)
            {
                operands.Add(argument);
            }

            skips = flags.Any(flagsWithValue.Contains) && !argument.Contains('=', StringComparison.Ordinal);
        }

        return operands;
    }

    /// <summary>The word behind the first flag of that name, or null.</summary>
    internal string? ValueOf(string flag)
    {
        for (var i = 0; i + 1 < Arguments.Length; i++)
        {
            if (FlagsOf(Arguments[i]).Contains(flag))
            {
                return Arguments[i + 1];
            }
        }

        return null;
    }

    private static bool IsFlag(ShellWord word) => word.LiteralValue?.StartsWith('-') == true;

    private static IReadOnlyList<string> FlagsOf(string word) => word switch
    {
        "-" or "--" or not ['-', ..] => [],
        ['-', '-', .. var name] => [name.Split('=')[0]],
        _ => [.. word.Skip(1).Select(c => c.ToString())],
    };
}
