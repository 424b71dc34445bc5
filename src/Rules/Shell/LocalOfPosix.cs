using Dockerlint.Linting;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class LocalOfPosix : ShellRule
{
    public override RuleInfo Info { get; } = new("SC3043", "local-of-posix", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "local, where nothing more than POSIX can be relied on.",
            "Shells other than bash and its like do not know it, and /bin/sh is one of them here.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN <<EOF
                    #!/bin/sh
                    build() { local x=1; make "X=$x"; }; build
                    EOF
                    """,
                    Good: """
                    FROM debian:12
                    RUN <<EOF
                    #!/bin/sh
                    build() { make X=1; }; build
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

        foreach (var command in script.Named("local"))
        {
            var start = command.Words.Length > 1 ? CheckedScript.ValueStart(command.Words[^1]) : null;
            report.Add(start is null ? command.Span : TextSpan.FromBounds(command.Span.Start, start.Value - 1), "POSIX has no local");
        }
    }
}
