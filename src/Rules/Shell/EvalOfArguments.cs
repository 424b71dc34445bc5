using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class EvalOfArguments : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2294", "eval-of-arguments", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "eval of all arguments.",
            "It joins them to one text first, so that quotes get lost.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN set -- make install; eval "$@"
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN set -- make install; "$@"
                    """),
            ])
        {
            Remedy = "Run `\"$@\"` without eval.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var command in script.Named("eval"))
        {
            foreach (var expansion in command.Words.Skip(1).SelectMany(script.Walk).OfType<ParameterExpansion>()
                .Where(expansion => expansion.Name == "@" || expansion.Subscript == "@"))
            {
                report.Add(expansion.Span, "eval joins the arguments to one text");
            }
        }
    }
}
