using Dockerlint.Linting.Config;

namespace Dockerlint.Reporting;

/// <summary>The formats by name. A reporter is made only when it is asked for, so that no other format pays for it.</summary>
public static class ReporterCatalog
{
    /// <summary>The names: ours first, then those of hadolint.</summary>
    public static IReadOnlyList<string> Names => ConfigNames.Formats;

    /// <summary>Whether a run in this format never fails: what it finds is meant for a service that decides by itself.</summary>
    public static bool NeverFails(string name) => name is "codeclimate" or "codacy";

    /// <summary>Makes the reporter of a name; null when there is none.</summary>
    /// <param name="name">The name.</param>
    /// <param name="style">How formats for people are shown.</param>
    public static IReporter? Create(string name, TextReportStyle style) => name switch
    {
        "text" => new TextReporter(style),
        "short" => new ShortReporter(),
        "rdjson" => new RdJsonReporter(),
        "github" => new GitHubReporter(),
        "jsonl" => new JsonLinesReporter(),
        "markdown" => new MarkdownReporter(),
        "tty" => new TtyReporter(style.HasColor),
        "json" => new JsonReporter(),
        "gnu" => new GnuReporter(),
        "checkstyle" => new CheckstyleReporter(),
        "codeclimate" => new CodeClimateReporter(forGitLab: false),
        "gitlab_codeclimate" => new CodeClimateReporter(forGitLab: true),
        "codacy" => new CodacyReporter(),
        "sonarqube" => new SonarQubeReporter(),
        "sarif" => new SarifReporter(),
        "junit" => new JUnitReporter(),
        _ => null,
    };
}
