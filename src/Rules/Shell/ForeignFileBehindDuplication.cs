using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class ForeignFileBehindDuplication : ShellRule
{
    public override RuleInfo Info { get; } = new("SC3021", "foreign-file-behind-duplication", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "`>&` with the name of a file, in a shell that wants a number there.",
            "Shells other than bash and its like do not know it, and /bin/sh is one of them here.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN make >& /log
                    """,
                    Good: """
                    FROM debian:12
                    RUN make > /log 2>&1
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        if (script.Dialect is not (ScriptDialect.Sh or ScriptDialect.Dash or ScriptDialect.Busybox))
        {
            return;
        }

        foreach (var node in script.All<Redirect>())
        {
            if (node.Operator.Text == ">&" && node.Target.LiteralValue is { } target
                && !(target.All(char.IsAsciiDigit) || target.TrimEnd('-').All(char.IsAsciiDigit)))
            {
                report.Add(node.Span, "this shell wants a number behind >&");
            }
        }
    }
}
