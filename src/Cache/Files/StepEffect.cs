using Dockerlint.Semantics.Context;
using Dockerlint.Syntax;

namespace Dockerlint.Cache;

/// <summary>What a step does to the files of its stage, as far as that can be followed.</summary>
internal abstract record StepEffect
{
    internal static StepEffect None { get; } = new NoEffect();

    /// <summary>It changes no file.</summary>
    internal sealed record NoEffect : StepEffect;

    /// <summary>A directory comes to be.</summary>
    internal sealed record MakeDirectory(string Path, string Owner) : StepEffect;

    /// <summary>Files of the context, of heredocs or of other stages arrive.</summary>
    internal sealed record Copy(
        IReadOnlyList<CopySource> Sources, string Destination, bool IsDirectoryDestination, string? Owner, string? Mode, bool IsOpaque)
            : StepEffect;

    /// <summary>A script runs; what lies at or below the targets of its mounts is no part of the image.</summary>
    internal sealed record Run(
        RunInstruction Instruction, IReadOnlyDictionary<string, string> Environment, string User, string WorkingDirectory,
            IReadOnlyList<string> MountTargets,
        bool IsOpaque) : StepEffect;

    /// <summary>One source of a copy: context files below a root, a text, or files of another stage.</summary>
    internal sealed record CopySource(string Name, string? ContextPath, string? Text, StageFileUse? Stage, ContextManifest? Context);
}
