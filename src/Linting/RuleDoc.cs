namespace Dockerlint.Linting;

/// <summary>The documentation of a rule.</summary>
/// <param name="Summary">What it reports, in one sentence.</param>
/// <param name="Why">Why that matters.</param>
/// <param name="Examples">Files that show it.</param>
public sealed record RuleDoc(string Summary, string Why, IReadOnlyList<RuleExample> Examples);
