using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class UnquotedStar : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2048", "unquoted-star", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "`$*` without quotes where `\"$@\"` is meant.",
            "Arguments with blanks are taken apart.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN set -- 'a b' c; printf '%s\n' $*
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN set -- 'a b' c; printf '%s\n' "$@"
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var expansion in script.All<ParameterExpansion>())
        {
            if ((expansion.Name == "*" || expansion.Subscript == "*") && expansion.Prefix is not "#"
                && script.Parent(expansion) is ShellWord { Parts.Length: 1 }
                && script.PlaceOf(expansion).Place is ScriptPlace.Argument or ScriptPlace.LoopWord)
            {
                report.Add(expansion.Span, "use \"$@\": it keeps arguments with blanks together");
            }
        }
    }
}
