using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class ArgumentsInTest : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2198", "arguments-in-test", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "`\"$@\"` in brackets.",
            "They take one word, and there may be none or several.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN set -- a b; if [ "$@" = a ]; then make; fi
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN set -- a b; if [ "$*" = a ]; then make; fi
                    """),
            ])
        {
            Remedy = "Use `$*`, or a loop.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var term in script.Tests.Terms.Where(term => !term.IsDouble))
        {
            foreach (var word in (ShellWord?[])[term.Left, term.Right])
            {
                if (term.Operator is not null
                    && word is
                    {
                        Parts: [DoubleQuoted
                        {
                            Parts: [ParameterExpansion { Name: "@" }
                        or ParameterExpansion { Subscript: "@" }]
                        }]
                    })
                {
                    report.Add(word.Span, "there may be none or several of them here");
                }
            }
        }
    }
}
