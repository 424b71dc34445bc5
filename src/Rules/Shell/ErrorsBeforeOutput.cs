using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class ErrorsBeforeOutput : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2069", "errors-before-output", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "`2>&1` in front of the redirection of the output.",
            "Errors go where the output went before.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN make 2>&1 > /log
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN make > /log 2>&1
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        if (!script.Text.Contains("2>&1", StringComparison.Ordinal))
        {
            return;
        }

        foreach (var redirects in script.All<SimpleCommand>().Select(command => command.Redirects)
            .Concat(script.All<Subshell>().Select(command => command.Redirects)).Concat(script.All<BraceGroup>()
                .Select(command => command.Redirects)))
        {
            for (var i = 0; i + 1 < redirects.Length; i++)
            {
                if (redirects[i] is { Descriptor: "2", Operator.Text: ">&", Target.LiteralValue: "1" }
                    && redirects[i + 1] is { Descriptor: null or "1", Operator.Text: ">" or ">>" }
                    && redirects.Length == 2 && script.Around<CommandSubstitution>(redirects[i]) is null
                    && script.Parent(script.Parent(redirects[i])!) is Pipeline { Commands.Length: 1 })
                {
                    report.Add(redirects[i].Span, "errors go where the output went before: put this behind the other redirection");
                }
            }
        }
    }
}
