using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>Finds variables that the engine replaces by nothing because nothing in the file declares them.</summary>
internal static class UndefinedVariables
{
    internal const string Id = "UndefinedVar";
    internal const string Name = "undefined-variable";

    /// <summary>
    /// Whether a value holds the variable that it sets, and more: what is there already must have come from somewhere.
    /// </summary>
    internal static bool AddsToItself(KeyValueSyntax pair) => pair.Value?.Variables.FirstOrDefault(variable =>
        variable.Name == pair.Key.LiteralValue) is { } own && pair.Value.RawText.Trim('"') != own.LogicalText;

    /// <summary>Each name of a step once, at its first use. Values of an ARG see those before them in the same instruction.</summary>
    internal static IEnumerable<VariableReferenceSyntax> Of(EngineStep step, SyntaxTree tree)
    {
        var known = new HashSet<string>(["BUILDKIT_SBOM_SCAN_CONTEXT", "BUILDKIT_SBOM_SCAN_STAGE"], StringComparer.Ordinal);
        if (step.Instruction is ArgInstruction arg)
        {
            foreach (var pair in arg.Pairs)
            {
                foreach (var variable in In(pair.Value is null ? [] : [pair.Value]))
                {
                    yield return variable;
                }

                known.Add(pair.Key.RawText);
            }

            yield break;
        }

        foreach (var variable in In(ExpandedWords.Of(step.Instruction, tree)))
        {
            yield return variable;
        }

        IEnumerable<VariableReferenceSyntax> In(IEnumerable<WordSyntax> words) => words.SelectMany(word => word.Variables)
            .Where(variable => variable.Name.Length > 0 && !step.Scope.Contains(variable.Name) && !known.Contains(variable.Name))
            .DistinctBy(variable => variable.Name);
    }
}
