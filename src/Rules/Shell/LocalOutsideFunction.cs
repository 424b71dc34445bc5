using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class LocalOutsideFunction : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2168", "local-outside-function", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "local outside of a function.",
            "There it is an error.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN local x=1; echo "$x"
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN x=1; echo "$x"
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var command in script.Commands
            .Where(command => CheckedScript.NameOf(command) == "local" && script.Dialect != ScriptDialect.Sh))
        {
            if (script.Around<FunctionDefinition>(command) is null)
            {
                report.Add(command.Words[0].Span, "local belongs into functions");
            }
        }
    }
}
