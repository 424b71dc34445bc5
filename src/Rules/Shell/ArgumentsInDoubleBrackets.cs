using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class ArgumentsInDoubleBrackets : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2199", "arguments-in-double-brackets", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "`$@`, or all elements of an array, in double brackets.",
            "They become one text there.",
            [
                new(
                    Bad: """
                    FROM fedora:42
                    RUN set -- a b; if [[ "$@" = a ]]; then make; fi
                    """,
                    Good: """
                    FROM fedora:42
                    RUN set -- a b; if [[ "$*" = a ]]; then make; fi
                    """),
            ])
        {
            Remedy = "Use `$*`, or a loop.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var condition in script.All<ConditionalExpression>())
        {
            foreach (var word in condition.Words)
            {
                if (word.Parts is [DoubleQuoted
                    {
                        Parts: [ParameterExpansion { Name: "@", Prefix: null }
                    or ParameterExpansion { Subscript: "@", Prefix: null }]
                    }
                    or ParameterExpansion { Name: "@", Prefix: null } or ParameterExpansion { Subscript: "@", Prefix: null }])
                {
                    report.Add(word.Span, "these become one text here");
                }
            }
        }
    }
}
