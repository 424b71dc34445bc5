using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class ForeignJoinedPipe : ShellRule
{
    public override RuleInfo Info { get; } = new("SC3029", "foreign-joined-pipe", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "`|&` in a shell that has none.",
            "Shells other than bash and its like do not know it, and /bin/sh is one of them here.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN make |& tee /log
                    """,
                    Good: """
                    FROM debian:12
                    RUN make 2>&1 | tee /log
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        if (script.Dialect is not (ScriptDialect.Sh or ScriptDialect.Dash or ScriptDialect.Busybox))
        {
            return;
        }

        foreach (var pipeline in script.All<Pipeline>())
        {
            foreach (var pipe in pipeline.Operators.Where(pipe => pipe.Text == "|&"))
            {
                report.Add(pipe.Span, "this shell has no |&");
            }
        }
    }
}
