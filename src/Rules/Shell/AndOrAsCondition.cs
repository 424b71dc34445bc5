using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class AndOrAsCondition : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2015", "and-or-as-condition", Category.Shell, Severity.Info)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "`A && B || C` in place of if, then and else.",
            "C also runs when A succeeds and B fails.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN test -f a.tar && tar xf a.tar || tar xf b.tar
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN if test -f a.tar; then tar xf a.tar; else tar xf b.tar; fi
                    """),
            ])
        {
            Remedy = "Write `if A; then B; else C; fi`.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var list in script.All<AndOrList>())
        {
            if (list.Operators is not [.., { Text: "&&" } and, { Text: "||" }] || list.Pipelines[^1] is not { } last || Ends(last)
                || list.Pipelines[^2] is { Commands: [var middle] } && IsTest(middle) || Conditions.IsCondition(script, list))
            {
                continue;
            }

            report.Add(and.Span, "the command behind || also runs when the one in the middle fails");
        }
    }

    private static bool IsTest(ShellCommand command) =>
        command is ConditionalExpression or SimpleCommand { Words: [{ LiteralValue: "[" or "test" }, ..] };

    private static bool Ends(Pipeline pipeline) => pipeline is { Commands: [SimpleCommand command], IsNegated: false }
        && (command.Words.Length == 0 || CheckedScript.NameOf(command) is "echo" or "printf" or "exit" or "return" or "true" or ":");
}
