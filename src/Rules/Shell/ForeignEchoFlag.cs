using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class ForeignEchoFlag : ShellRule
{
    public override RuleInfo Info { get; } = new("SC3036", "foreign-echo-flag", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A flag of echo that this shell prints.",
            "Shells other than bash and its like do not know it, and /bin/sh is one of them here.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN echo -e "a\nb" > /list
                    """,
                    Good: """
                    FROM debian:12
                    RUN printf "a\nb\n" > /list
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        if (script.Dialect is not (ScriptDialect.Dash or ScriptDialect.Busybox))
        {
            return;
        }

        foreach (var command in script.Commands.Where(command => CommandNames.Last(command) == "echo"))
        {
            if (command.Words.Length > 1 && command.Words[1].LiteralValue is ['-', _, ..] flag
                && flag[1..].All(letter => letter is 'e' or 'E' or 'n')
                && flag.AsSpan().IndexOfAny(script.Dialect == ScriptDialect.Dash ? "eE" : "E") > 0)
            {
                report.Add(command.Words[1].Span, "this shell prints the flag: use printf");
            }
        }
    }
}
