using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class BreakOutsideLoop : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2105", "break-outside-loop", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "break or continue outside of a loop.",
            "Shells ignore it or fail.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN make || break
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN for try in 1 2 3; do echo "$try"; make && break; done
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var command in script.Named("break", "continue"))
        {
            if (!IsInLoop(script, command))
            {
                report.Add(command.Span, "there is no loop around this");
            }
        }
    }

    private static bool IsInLoop(CheckedScript script, SimpleCommand command)
    {
        for (var above = script.Parent(command); above is not null; above = script.Parent(above))
        {
            if (above is ForCommand or WhileCommand or SelectCommand or ArithmeticForCommand)
            {
                return true;
            }

            if (above is FunctionDefinition)
            {
                return true;
            }
        }

        return false;
    }
}
