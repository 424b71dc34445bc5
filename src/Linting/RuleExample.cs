namespace Dockerlint.Linting;

/// <summary>A Dockerfile that shows a rule. Its texts end with a line end, whether it is written or not.</summary>
/// <param name="Bad">A file that the rule reports.</param>
/// <param name="Good">A file that it does not report.</param>
/// <param name="Fixed">What the fix makes of <paramref name="Bad"/>; null if there is no fix.</param>
public sealed record RuleExample(string Bad, string Good, string? Fixed = null)
{
    /// <summary>A file that the rule reports.</summary>
    public string Bad { get => WithEnd(field); init; } = Bad;

    /// <summary>A file that it does not report.</summary>
    public string Good { get => WithEnd(field); init; } = Good;

    /// <summary>What the fix makes of <see cref="Bad"/>; null if there is no fix.</summary>
    public string? Fixed { get => field is null ? null : WithEnd(field); init; } = Fixed;

    /// <summary>The settings under which it holds, for a rule that does nothing without any.</summary>
    public LintSettings Settings { get; init; } = LintSettings.Default;

    /// <summary>The .dockerignore file beside it; null when there is none.</summary>
    public string? DockerIgnore { get; init; }

    /// <summary>
    /// The files of the build context, as <c>path</c> or <c>path:bytes</c>; it then counts as one that was found, not stated. Null when no
    /// context is known.
    /// </summary>
    public IReadOnlyList<string>? ContextFiles { get; init; }

    /// <summary>What the fix makes of the .dockerignore file; null if it does not change it.</summary>
    public string? FixedDockerIgnore { get; init; }

    /// <summary>The platform that the first base image of <see cref="Bad"/> has in the registry; null when that does not matter.</summary>
    public string? BasePlatform { get; init; }

    private static string WithEnd(string text) => text.EndsWith('\n') ? text : text + "\n";
}
