using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>What certainly is not in stages that start from scratch.</summary>
internal sealed class ScratchContents : IFact<ScratchContents>
{
    private readonly Dictionary<(Stage Stage, string Path), int> _known = [];

    private ScratchContents()
    {
    }

    /// <inheritdoc/>
    public static ScratchContents Compute(FileFacts file) => new();

    /// <summary>
    /// Whether a file certainly is not in a stage before an instruction: the stage starts from scratch, and nothing that came
    /// in can have brought it. A copy to the root, an archive, or a command may bring anything.
    /// </summary>
    internal static bool Lacks(RuleContext context, Stage stage, InstructionSyntax before, string path) =>
        stage.Root.Base.Kind == BaseKind.Scratch && before.Span.Start <= context.Get<ScratchContents>()
            .MayBeThereFrom(stage, path, context.Get<Transfers>());

    // The first instruction that may have brought it, found once a stage and path; the beginning of the file where nothing can be said.
    private int MayBeThereFrom(Stage stage, string path, Transfers transfers)
    {
        if (!_known.TryGetValue((stage, path), out var first))
        {
            first = stage.Chain.Any(below => below.IsIncomplete || below.Steps.Any(step => step.Instruction is OnbuildInstruction)) ? -1
                : stage.Chain.SelectMany(below => below.Steps).Select(step => step.Instruction)
                    .Where(instruction => instruction is RunInstruction or AddInstruction)
                    .Concat(transfers.OfChain(stage)
                        .Where(transfer => transfer.AbsoluteDestination is not { } destination || IsAtOrAbove(destination, path))
                        .Select(transfer => transfer.Instruction))
                    .Select(instruction => instruction.Span.Start).DefaultIfEmpty(int.MaxValue).Min();
            _known.Add((stage, path), first);
        }

        return first;
    }

    // A copy to /etc may bring /etc/passwd; a copy to /etcetera does not.
    private static bool IsAtOrAbove(string destination, string path)
    {
        var trimmed = destination.TrimEnd('/', '.');
        return trimmed.Length == 0 || path == trimmed || path.StartsWith(trimmed + "/", StringComparison.Ordinal)
            || destination.Contains("..", StringComparison.Ordinal);
    }
}
