using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class PatternAsCommand : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2211", "pattern-as-command", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A pattern as the name of a command.",
            "The first file that fits is run, with the others as its arguments.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN ./build-*.sh
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN for script in ./build-*.sh; do "$script"; done
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var command in script.Commands)
        {
            if (script.IsGlob(command.Words[0]) && command.Words[0].Parts is [Literal { Text: var text }, ..]
                && text.AsSpan().IndexOfAny('*', '?') >= 0)
            {
                report.Add(command.Words[0].Span, "the first file that fits is run, with the others as its arguments");
            }
        }
    }
}
