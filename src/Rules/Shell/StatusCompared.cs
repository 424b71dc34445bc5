using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class StatusCompared : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2181", "status-compared", Category.Shell, Severity.Style)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A status that is compared rather than used.",
            "Any command in between changes it, and the command can be the condition itself.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN make; if [ $? -ne 0 ]; then cat error.log; fi
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN if ! make; then cat error.log; fi
                    """),
            ])
        {
            Remedy = "Write `if command; then`.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var status in script.All<ParameterExpansion>()
            .Where(expansion => expansion is { Name: "?", Operator: null, Prefix: null }))
        {
            if (Status.IsComparedWithZero(script, status))
            {
                report.Add((script.Parent(status) as DoubleQuoted)?.Span ?? status.Span, "the command itself can be the condition");
            }
        }
    }
}
