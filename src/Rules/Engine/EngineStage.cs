using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>
/// A stage as the engine carries it out on Linux and amd64. It is equal to nothing else: comparing it would compare all stages below it.
/// </summary>
internal sealed class EngineStage(Stage stage, EngineStage? below, bool isWindows, IReadOnlyList<EngineStep> steps)
{
    /// <summary>The stage of the build model.</summary>
    internal Stage Stage => stage;

    /// <summary>Its FROM.</summary>
    internal FromInstruction From => stage.From;

    /// <summary>The stage it starts from; null for an image.</summary>
    internal EngineStage? Base => below;

    /// <summary>Whether its FROM, or that of a stage below, asks for a Windows image.</summary>
    internal bool IsWindows => isWindows;

    /// <summary>Its steps; triggers of the base stage come first.</summary>
    internal IReadOnlyList<EngineStep> Steps => steps;

    /// <summary>Its name in lower case, or null.</summary>
    internal string? Name { get; } = stage.From.StageName?.RawText.ToLowerInvariant();
}
