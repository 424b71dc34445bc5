using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class UntrappableSignal : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2173", "untrappable-signal", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "trap for a signal that cannot be caught.",
            "KILL and STOP end or stop a process without asking it.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN trap 'rm -f /tmp/lock' KILL; make
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN trap 'rm -f /tmp/lock' EXIT; make
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var command in script.Named("trap"))
        {
            foreach (var word in command.Words.Skip(2))
            {
                if (word.LiteralValue is { } name && name.ToUpperInvariant() is "KILL" or "STOP" or "SIGKILL" or "SIGSTOP" or "9" or "19")
                {
                    report.Add(word.Span, "nobody can catch this signal");
                }
            }
        }
    }
}
