using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class SetOptionOfPosix : ShellRule
{
    public override RuleInfo Info { get; } = new("SC3040", "set-option-of-posix", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "An option of set that POSIX does not have.",
            "Shells other than bash and its like do not know it, and /bin/sh is one of them here.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN <<EOF
                    #!/bin/sh
                    set -o pipefail; make | tee /log
                    EOF
                    """,
                    Good: """
                    FROM debian:12
                    RUN <<EOF
                    #!/bin/sh
                    make > /log
                    EOF
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        if (script.Dialect is not (ScriptDialect.Sh))
        {
            return;
        }

        foreach (var command in script.Named("set"))
        {
            for (var i = 1; i + 1 < command.Words.Length; i++)
            {
                if (command.Words[i].LiteralValue is ['-' or '+', .., 'o'] && command.Words[i + 1].LiteralValue is { } option
                    && !SetOptions.IsPosix(option))
                {
                    report.Add(command.Words[i + 1].Span, $"POSIX has no option {option}");
                }
            }
        }
    }
}
