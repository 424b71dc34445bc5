using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class UnquotedArguments : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2068", "unquoted-arguments", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "`$@`, or all elements of an array, without double quotes.",
            "Arguments with blanks are taken apart.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN set -- 'a b' c; printf '%s\n' $@
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
            if ((expansion.Name == "@" || expansion.Subscript == "@") && expansion.Prefix is not "#"
                && expansion.Operator is not ("+" or ":+")
                && script.PlaceOf(expansion).Place is ScriptPlace.Argument or ScriptPlace.LoopWord or ScriptPlace.Redirect
                    or ScriptPlace.CommandName
                && !(script.PlaceOf(expansion) is { Place: ScriptPlace.CommandName, Owner: SimpleCommand command }
                    && ReferenceEquals(command.Words[0], script.Parent(expansion))))
            {
                report.Add(expansion.Span, "arguments with blanks are taken apart without double quotes");
            }
        }
    }
}
