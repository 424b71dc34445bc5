using Dockerlint.Linting;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class BuiltinOfOtherShell : ShellRule
{
    public override RuleInfo Info { get; } = new("SC3044", "builtin-of-other-shell", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A command that is built into other shells only.",
            "Shells other than bash and its like do not know it, and /bin/sh is one of them here.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN shopt -s nullglob
                    """,
                    Good: """
                    FROM debian:12
                    RUN make
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
            if (CheckedScript.NameOf(command) is { } name && ForeignBuiltins.Contains(name))
            {
                var start = CheckedScript.IsDeclaring(command)
                    && command.Words.Length > 1 ? CheckedScript.ValueStart(command.Words[^1]) : null;
                report.Add(start is null ? command.Span
                    : TextSpan.FromBounds(command.Span.Start, start.Value - 1), $"this shell has no {name}");
            }
        }
    }
}
