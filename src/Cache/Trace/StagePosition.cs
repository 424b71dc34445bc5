using System.Collections.Immutable;

namespace Dockerlint.Cache;

/// <summary>Where the evaluation of a stage stands.</summary>
/// <param name="Id">The identity of the file system; null when nobody knows it.</param>
/// <param name="IsAssumed">Whether the identity is an assumption, so that what is found by it is not certain.</param>
/// <param name="Last">The last step with a key; null at the bottom.</param>
/// <param name="Files">The files, where somebody takes files from the stage.</param>
/// <param name="HasFailed">Whether a step before makes the build fail.</param>
/// <param name="Vertex">What the build asks for here, sources by their paths: equal ones are one step of the build graph.</param>
internal sealed record StagePosition(string? Id, bool IsAssumed, StepOutcome? Last, StageFiles? Files, bool HasFailed, string Vertex)
{
    /// <summary>
    /// The other results it may be, where steps that count as rebuilt may be reused in the end; see <see cref="StepOutcome.Certainty"/>.
    /// </summary>
    internal ImmutableHashSet<string> Alternatives { get; init; } = [];
}
