using Dockerlint.Rules;
using Dockerlint.Syntax;

namespace Dockerlint.Optimizer;

/// <summary>The ARGs of a Dockerfile that count as new in every build, by their names: commits, dates and build numbers.</summary>
public static class VolatileArguments
{
    /// <summary>Their names, each once.</summary>
    public static IReadOnlyList<string> Of(SyntaxTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        return
        [
            .. tree.Root.Instructions.OfType<ArgInstruction>().SelectMany(arg => arg.Pairs).Select(pair => pair.Key.LiteralValue)
                .OfType<string>().Where(VolatileName.Is).Distinct(StringComparer.Ordinal),
        ];
    }
}
