namespace Dockerlint.Playground;

/// <summary>What linting gave.</summary>
/// <param name="Findings">The findings.</param>
/// <param name="Suppressed">How many a comment switches off.</param>
/// <param name="Hadolint">The verdict of the profile hadolint; null when it is not wanted.</param>
/// <param name="Stages">The stages.</param>
/// <param name="Arguments">The build arguments that may be given, with their defaults.</param>
/// <param name="Sent">The files that the builder is given; null where no context is made up.</param>
/// <param name="IgnoreProblems">What is wrong in the .dockerignore file.</param>
/// <param name="RuleCount">How many rules ran.</param>
internal sealed record LintAnswer(
    ShownFinding[] Findings, int Suppressed, ShownFinding[]? Hadolint, ShownStage[] Stages, ShownVariable[] Arguments, string[]? Sent,
    string[] IgnoreProblems, int RuleCount);
