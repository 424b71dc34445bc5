using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class BreakInSubshell : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2106", "break-in-subshell", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "break or continue in a subshell within a loop.",
            "It ends the subshell, not the loop.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN while true; do (make && break); done
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN while true; do make && break; done
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var command in script.Named("break", "continue"))
        {
            for (var above = script.Parent(command); above is not null
                and not (ForCommand or WhileCommand or FunctionDefinition); above = script.Parent(above))
            {
                if (above is Subshell && script.Around<CompoundCommand>(above) is not null && IsInLoop(script, above))
                {
                    report.Add(command.Span, "this ends the subshell, not the loop");
                    break;
                }
            }
        }
    }

    private static bool IsInLoop(CheckedScript script, ShellNode node)
    {
        for (var above = script.Parent(node); above is not null and not FunctionDefinition; above = script.Parent(above))
        {
            if (above is ForCommand or WhileCommand or SelectCommand or ArithmeticForCommand)
            {
                return true;
            }
        }

        return false;
    }
}
