namespace Dockerlint.Playground;

/// <summary>What a build does again.</summary>
/// <param name="Problem">Why nothing can be said; null when something can.</param>
/// <param name="Steps">The steps.</param>
/// <param name="Remarks">What is to be said of what was touched.</param>
internal sealed record SimulationAnswer(string? Problem, ShownStep[] Steps, string[] Remarks);
