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
    /// <param name="color">Whether formats for people are coloured.</param>
    public static IReporter? Create(string name, bool color) => name switch
    {
        "text" => new TextReporter(color),
        "github" => new GitHubReporter(),
        "jsonl" => new JsonLinesReporter(),
        "markdown" => new MarkdownReporter(),
        "tty" => new TtyReporter(color),
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
