using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class LetCommand : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2219", "let-command", Category.Shell, Severity.Style)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "let.",
            "`(( ))` reads better and needs no quotes.",
            [
                new(
                    Bad: """
                    FROM fedora:42
                    RUN let x=1+1; echo "$x"
                    """,
                    Good: """
                    FROM fedora:42
                    RUN ((x = 1 + 1)); echo "$x"
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        if (script.Dialect is ScriptDialect.Bash or ScriptDialect.Ksh)
        {
            foreach (var command in script.Named("let"))
            {
                report.Add(command.Span, "write (( )) instead of let");
            }
        }
    }
}
