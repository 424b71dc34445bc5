namespace Dockerlint.Playground;

/// <summary>A question that has no answer.</summary>
/// <param name="Problem">Why.</param>
internal sealed record Refusal(string Problem);
