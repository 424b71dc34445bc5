using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class StatusOutOfRange : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2152", "status-out-of-range", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "return with something that is no status.",
            "A status is a number from 0 to 255.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN check() { return 256; }; check
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN check() { return 1; }; check
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var command in script.Named("return"))
        {
            if (command.Words is [_, { LiteralValue: { } text } word] && !(int.TryParse(text, out var status) && status is >= 0 and <= 255))
            {
                report.Add(word.Span, "a status is a number from 0 to 255");
            }
        }
    }
}
