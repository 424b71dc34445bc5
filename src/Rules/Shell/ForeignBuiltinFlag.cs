using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class ForeignBuiltinFlag : ShellRule
{
    public override RuleInfo Info { get; } = new("SC3045", "foreign-builtin-flag", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A flag of a built-in command that this shell does not know.",
            "Shells other than bash and its like do not know it, and /bin/sh is one of them here.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN read -a names < /list
                    """,
                    Good: """
                    FROM debian:12
                    RUN read -r name < /list
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        if (script.Dialect is not (ScriptDialect.Sh or ScriptDialect.Dash or ScriptDialect.Busybox))
        {
            return;
        }

        foreach (var command in script.Commands)
        {
            if (CheckedScript.NameOf(command) is not { } name || BuiltinFlags.Of(name, script.Dialect) is not { } allowed)
            {
                continue;
            }

            foreach (var word in command.Words.Skip(1))
            {
                if (word.Parts is not [Literal { Text: ['-', not '-', ..] flags }])
                {
                    break;
                }

                if (!BuiltinFlags.Allows(flags, allowed))
                {
                    report.Add(word.Span, $"{name} has no {flags} in this shell");
                    break;
                }
            }
        }
    }
}
