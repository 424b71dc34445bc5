using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>A stage as the engine carries it out on Linux and amd64.</summary>
/// <param name="From">Its FROM.</param>
/// <param name="Base">The stage it starts from; null for an image.</param>
/// <param name="IsWindows">Whether its FROM, or that of a stage below, asks for a Windows image.</param>
/// <param name="Steps">Its steps; triggers of the base stage come first.</param>
internal sealed record EngineStage(FromInstruction From, EngineStage? Base, bool IsWindows, IReadOnlyList<EngineStep> Steps)
{
    /// <summary>Its name in lower case, or null.</summary>
    internal string? Name { get; } = From.StageName?.RawText.ToLowerInvariant();
}
