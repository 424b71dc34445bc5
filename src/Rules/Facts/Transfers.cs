using System.Collections;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>Every COPY and ADD of the stages, triggers of ONBUILD included.</summary>
internal sealed class Transfers : IFact<Transfers>, IEnumerable<Transfer>
{
    private readonly List<Transfer> _transfers = [];
    private ILookup<Stage, Transfer>? _byStage;

    private Transfers()
    {
    }

    /// <inheritdoc/>
    public static Transfers Compute(FileFacts file)
    {
        var transfers = new Transfers();
        foreach (var stage in file.Model.Stages)
        {
            foreach (var step in stage.Steps)
            {
                if (step.Action is FileTransferInstruction instruction && Paths(instruction, step) is { Count: > 1 } paths)
                {
                    transfers._transfers.Add(new Transfer(stage, step, instruction,
                        [.. paths.SkipLast(1).Where(path => path.Text?.StartsWith("<<", StringComparison.Ordinal) != true)], paths[^1]));
                }
            }
        }

        return transfers;
    }

    /// <inheritdoc/>
    public IEnumerator<Transfer> GetEnumerator() => _transfers.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Those of a stage and of the stages it starts from.</summary>
    internal IEnumerable<Transfer> OfChain(Stage stage) => stage.Chain.SelectMany(Of);

    /// <summary>Those of a stage alone.</summary>
    internal IEnumerable<Transfer> Of(Stage stage) => (_byStage ??= _transfers.ToLookup(transfer => transfer.Stage))[stage];

    private static List<TransferPath> Paths(FileTransferInstruction instruction, StageStep step) => instruction.Json is { } json
        ? [.. json.Items.Select(item =>
            new TransferPath(item.Value.Contains('$', StringComparison.Ordinal) ? null : item.Value, item.Span))]
        : [.. instruction.Words.Select(word => new TransferPath(WordExpander.Expand(word, step.Before.Variables.Lookup), word.Span))];
}
