using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>The labels of a stage after expansion.</summary>
internal static class LabelPairs
{
    /// <summary>Key, value and pair of each label; null stands for what is not known.</summary>
    internal static IEnumerable<(string? Key, string? Value, KeyValueSyntax Pair)> Of(Stage stage) =>
        from step in stage.Steps
        where step.Instruction is LabelInstruction
        from pair in ((LabelInstruction)step.Instruction).Pairs
        let lookup = (Func<string, VariableValue>)step.Before.Variables.Lookup
        select (WordExpander.Expand(pair.Key, lookup), pair.Value is null ? "" : WordExpander.Expand(pair.Value, lookup), pair);
}
