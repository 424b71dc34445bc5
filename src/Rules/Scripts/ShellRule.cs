using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>A check on a shell script by itself, whatever instruction it stands in.</summary>
internal abstract class ShellRule : Rule
{
    /// <summary>Where such a check is on: wherever scripts are looked at.</summary>
    protected const Profiles Everywhere = Profiles.Hadolint | Profiles.Default | Profiles.Strict;

    /// <summary>Looks at a script.</summary>
    internal abstract void Check(CheckedScript script, ShellReport report);

    /// <summary>Looks at a text that is no script.</summary>
    internal virtual void CheckUnread(ShellParseResult result, ShellReport report)
    {
    }

    /// <inheritdoc/>
    public sealed override void Register(RuleHooks on) => on.File(context =>
    {
        foreach (var finding in context.Get<ShellScripts>().Findings(this))
        {
            context.ReportAtMost(finding.Severity, finding.Span, finding.Message, finding.Fixes);
        }
    });
}
