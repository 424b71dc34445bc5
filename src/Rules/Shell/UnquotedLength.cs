using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class UnquotedLength : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2070", "unquoted-length", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "`-n` with a word that is not quoted, in single brackets.",
            "Where the word vanishes, the brackets test the text `-n`, which is not empty.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    ARG DEBUG
                    RUN if [ -n $DEBUG ]; then apk add gdb; fi
                    """,
                    Good: """
                    FROM alpine:3.22
                    ARG DEBUG
                    RUN if [ -n "$DEBUG" ]; then apk add gdb; fi
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var term in script.Tests.Terms)
        {
            if (term is { Left: null, Operator: "-n", IsDouble: false } && term.Right.LiteralValue is null
                && term.Right.Parts.Any(part => part is ParameterExpansion or CommandSubstitution))
            {
                report.Add(term.Right.Span, "without quotes -n is true of an empty value as well");
            }
        }
    }
}
