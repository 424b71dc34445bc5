using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class Backticks : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2006", "backticks", Category.Shell, Severity.Style)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "A command substitution in backticks.",
            """
            Backslashes mean something else in backticks, and one pair does not stand inside another without them. `$(…)` reads like
            any other text of a shell.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN echo "built on `date`" > /built
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN echo "built on $(date)" > /built
                    """,
                    Fixed: """
                    FROM alpine:3.22
                    RUN echo "built on $(date)" > /built
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var substitution in script.All<CommandSubstitution>())
        {
            if (substitution.IsBackquoted && substitution.Script.Commands.Length > 0)
            {
                var text = script.Slice(substitution.Span);
                report.Add(substitution.Span, "backticks: write $(…) instead", text.Contains('\\', StringComparison.Ordinal) ? [] :
                [
                    new TextEdit(new TextSpan(substitution.Span.Start, 1), "$("),
                    new TextEdit(new TextSpan(substitution.Span.End - 1, 1), ")"),
                ]);
            }
        }
    }
}
