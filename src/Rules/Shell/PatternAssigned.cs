using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class PatternAssigned : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2125", "pattern-assigned", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A pattern, or braces, in an assignment.",
            "The shell expands neither there.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN files=/etc/*.conf; ls -l "$files"
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN ls -l /etc/*.conf
                    """),
            ])
        {
            Remedy = "Use an array, or quote the text.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var assignment in script.All<Assignment>())
        {
            if (assignment.Array is null && assignment.Value.Parts
                .Any(part => part is Literal { Text: var text } && (Expands(text) || text.AsSpan().IndexOfAny('*', '?') >= 0)))
            {
                report.Add(assignment.Value.Span, "nothing is expanded in an assignment");
            }
        }
    }

    private static bool Expands(string text)
    {
        var open = text.IndexOf('{', StringComparison.Ordinal);
        var close = open < 0 ? -1 : text.IndexOf('}', open);
        return close > 0 && (text.AsSpan(open, close - open).Contains(',')
            || text.AsSpan(open, close - open).Contains("..", StringComparison.Ordinal));
    }
}
