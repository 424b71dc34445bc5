using Dockerlint.Linting;
using Dockerlint.Linting.Scripts;
using Dockerlint.Semantics;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>Checks a shell script that is a file of its own.</summary>
public static class ScriptFile
{
    /// <summary>
    /// The shell that reads a script: what its first line names, else what it is called with; null where that is no shell, or nobody says.
    /// </summary>
    /// <param name="source">The script.</param>
    /// <param name="script">How the Dockerfile calls it.</param>
    public static ShellDialect? ShellOf(SourceText source, CopiedScript script)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(script);
        if (!Shebang.IsIn(source.Text))
        {
            return script.Caller;
        }

        // Which shell sh is shows where it runs.
        return Shebang.ProgramOf(source.Text) is not { } program ? null
            : ShellDialect.Of(program) is { Name: "sh" } plain ? script.Caller ?? script.SystemShell ?? plain : ShellDialect.Of(program);
    }

    /// <summary>What the checks on scripts find in it.</summary>
    /// <param name="source">The script.</param>
    /// <param name="shell">What reads it.</param>
    /// <param name="config">What is configured.</param>
    /// <param name="isOn">Which codes are looked for.</param>
    public static IReadOnlyList<Diagnostic> Lint(SourceText source, ShellDialect shell, LintConfig config, Func<string, bool> isOn)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(config);
        ArgumentNullException.ThrowIfNull(isOn);
        var hosted = new HostedScript(source, shell);
        return DiagnosticSorter.Sort(
        [
            .. RuleCatalog.All.OfType<ShellRule>().Where(rule => isOn(rule.Info.Id))
                .SelectMany(rule => hosted.Findings(rule).Select(finding => hosted.InPlace(rule, finding)))
                .Select(finding => finding with
                {
                    Severity = config.Severities.GetValueOrDefault(finding.RuleId, finding.Severity),
                })
                .Where(finding => finding.Severity != Severity.Ignore),
        ]);
    }
}
