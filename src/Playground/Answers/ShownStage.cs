namespace Dockerlint.Playground;

/// <summary>A stage and what it needs.</summary>
/// <param name="Index">Its number.</param>
/// <param name="Name">Its name; null when it has none.</param>
/// <param name="Base">What it starts from, as far as that is known.</param>
/// <param name="Line">The line of its FROM.</param>
/// <param name="Steps">How many instructions it has.</param>
/// <param name="StartsFrom">The number of the stage that it starts from; null for an image.</param>
/// <param name="Needs">The numbers of all stages that it starts from or takes files of.</param>
/// <param name="IsReachable">Whether the target needs it.</param>
/// <param name="IsTarget">Whether it is what is built.</param>
internal sealed record ShownStage(
    int Index, string? Name, string Base, int Line, int Steps, int? StartsFrom, int[] Needs, bool IsReachable, bool IsTarget);
