using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>What can be in an image that starts from nothing.</summary>
internal static class ScratchContents
{
    /// <summary>
    /// Whether a file certainly is not in a stage before an instruction: the stage starts from scratch, and nothing that came
    /// in can have brought it. A copy to the root, an archive, or a command may bring anything.
    /// </summary>
    internal static bool Lacks(RuleContext context, Stage stage, InstructionSyntax before, string path)
    {
        if (stage.Chain.Last().Base.Kind != BaseKind.Scratch || stage.Chain.Any(below => below.IsIncomplete || below.Steps.Any(step => step.Instruction is OnbuildInstruction)))
        {
            return false;
        }

        var steps = stage.Chain.SelectMany(below => below.Steps).Where(step => step.Instruction.Span.Start < before.Span.Start).ToList();
        return !steps.Exists(step => step.Instruction is RunInstruction or AddInstruction)
            && context.Get<Transfers>().OfChain(stage).Where(transfer => transfer.Instruction.Span.Start < before.Span.Start)
                .All(transfer => transfer.AbsoluteDestination is { } destination && !IsAtOrAbove(destination, path));
    }

    // A copy to /etc may bring /etc/passwd; a copy to /etcetera does not.
    private static bool IsAtOrAbove(string destination, string path)
    {
        var trimmed = destination.TrimEnd('/', '.');
        return trimmed.Length == 0 || path == trimmed || path.StartsWith(trimmed + "/", StringComparison.Ordinal) || destination.Contains("..", StringComparison.Ordinal);
    }
}
