using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class ExprCommand : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2003", "expr-command", Category.Shell, Severity.Style)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "expr, where the shell can calculate itself.",
            "It starts a program for each sum, and its operators need backslashes.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN jobs=$(expr 2 + 2) && make -j "$jobs"
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN jobs=$((2 + 2)) && make -j "$jobs"
                    """),
            ])
        {
            Remedy = "Use `$((…))`.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var command in script.Named("expr"))
        {
            if (command.Words.Length > 1 && script.Text[command.Span.Start] != '[' && command.Words[^1].LiteralValue != "]"
                && command.Words[1].LiteralValue is not ("match" or "index" or "length" or "substr")
                && !command.Words.Any(word => word.LiteralValue is ":" or "<" or ">" or "<=" or ">="))
            {
                report.Add(command.Words[0].Span, "the shell calculates by itself: $((…))");
            }
        }
    }
}
