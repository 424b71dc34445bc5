using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>The variables that some test in brackets asks whether they are there.</summary>
internal static class TestedNames
{
    /// <summary>All of them.</summary>
    internal static IReadOnlySet<string> Of(CheckedScript script)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var command in script.Named("["))
        {
            Add(command.Words, names);
        }

        foreach (var condition in script.All<ConditionalExpression>())
        {
            Add(condition.Words, names);
        }

        return names;
    }

    private static void Add(IReadOnlyList<ShellWord> words, HashSet<string> names)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var isFirst = i == 0 || words[i - 1].LiteralValue is "[" or "!" or "-a" or "-o" or "&&" or "||" or "(" or "-n" or "-z" or "-v";
            var isLast = i + 1 == words.Count || words[i + 1].LiteralValue is "]" or "-a" or "-o" or "&&" or "||" or ")";
            if (!isFirst || !isLast)
            {
                continue;
            }

            foreach (var part in words[i].Parts.SelectMany(part => part is DoubleQuoted quoted ? quoted.Parts : [part])
                .OfType<ParameterExpansion>())
            {
                names.Add(part.Name);
            }

            if (words[i].LiteralValue is { } name && i > 0 && words[i - 1].LiteralValue == "-v")
            {
                names.Add(name.Split('[')[0]);
            }
        }
    }
}
