namespace Dockerlint.Tests;

/// <summary>A Dockerfile on which our verdict differs from hadolint's, on purpose.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Dockerfile">The file.</param>
/// <param name="Theirs">The lines hadolint reports.</param>
/// <param name="Ours">The lines the default profile reports, or the strict one where the rule is off by default.</param>
/// <param name="Why">Why ours is right.</param>
public sealed record InstructionDifference(string Rule, string Dockerfile, int[] Theirs, int[] Ours, string Why)
{
    public static IReadOnlyList<InstructionDifference> All { get; } = [];

    public override string ToString() => $"{Rule}: {Why}";
}
