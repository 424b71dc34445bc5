using Dockerlint.Syntax;

namespace Dockerlint.Cache;

/// <summary>One instruction of a plan.</summary>
public sealed record LayerStep
{
    /// <summary>Its place in <see cref="LayerPlan.Steps"/>.</summary>
    public required int Index { get; init; }

    /// <summary>The instruction; for a trigger the one the base image names.</summary>
    public required InstructionSyntax Instruction { get; init; }

    /// <summary>The index of its stage; null before the first FROM.</summary>
    public required int? StageIndex { get; init; }

    /// <summary>What it is to the builder.</summary>
    public required StepKind Kind { get; init; }

    /// <summary>The line it begins on, from 1; for a trigger the line of the FROM.</summary>
    public required int Line { get; init; }

    /// <summary>The line it ends on, heredocs included.</summary>
    public required int EndLine { get; init; }

    /// <summary>Whether it is an ONBUILD trigger of the base.</summary>
    public bool IsTrigger { get; init; }

    /// <summary>What its key depends on, apart from the step before; files of other stages have no value yet.</summary>
    public CacheKey Key { get; init; } = CacheKey.None;

    /// <summary>The files it takes from other stages and images, in the order of the inputs of kind Stage and Image.</summary>
    public IReadOnlyList<StageFileUse> StageFiles { get; init; } = [];

    /// <summary>Whether the step before does not count: <c>COPY --link</c>.</summary>
    public bool IsIndependent { get; init; }

    /// <summary>Why the build fails here; null when it does not as far as that can be seen.</summary>
    public string? Failure { get; init; }

    internal StepEffect Effect { get; init; } = StepEffect.None;
}
