using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>A COPY or ADD with its paths expanded.</summary>
/// <param name="Stage">The stage it is in.</param>
/// <param name="Step">The step; its instruction may be an ONBUILD.</param>
/// <param name="Instruction">The COPY or ADD.</param>
/// <param name="Sources">The sources without heredocs.</param>
/// <param name="Destination">The destination.</param>
internal sealed record Transfer(
    Stage Stage, StageStep Step, FileTransferInstruction Instruction, IReadOnlyList<TransferPath> Sources, TransferPath Destination)
{
    /// <summary>Whether it copies from a stage or an image instead of the build context.</summary>
    internal bool IsFromElsewhere => Instruction.Flag("from") is not null;

    /// <summary>The destination as an absolute path; null when it is not known.</summary>
    internal string? AbsoluteDestination => Destination.Text switch
    {
        null => null,
        ['/', ..] path => path,
        var path => Step.Before.Workdir is { } workdir ? workdir.TrimEnd('/') + "/" + (path is "." or "./" ? "" : path) : null,
    };
}
