using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class GrepOutputTested : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2143", "grep-output-tested", Category.Shell, Severity.Style)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A test whether grep prints something.",
            "`grep -q` tells it by its status, and stops at the first line that fits.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN if [ -n "$(grep root /etc/passwd)" ]; then true; fi
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN if grep -q root /etc/passwd; then true; fi
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var term in script.Tests.Terms)
        {
            var part = term.Right.Parts is [DoubleQuoted { Parts: [var inner] }] ? inner : term.Right.Parts is [var only] ? only : null;
            if (term.Operator is "-n" or "-z" or null
                && part is CommandSubstitution { Script.Commands: [{ List.Pipelines: [{ Commands: [.., SimpleCommand last] }] }] }
                && CommandNames.Last(last) is "grep" or "egrep" or "fgrep" or "zgrep")
            {
                var alone = new TextSpan(term.Right.Span.Start, term.Right.Span.Length + (term.IsDouble ? 1 : 0));
                report.Add(term.Operator is null ? alone : term.OperatorSpan, "grep -q tells by its status whether there is a line");
            }
        }
    }
}
