using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class PrintfWithoutPlaceholder : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2182", "printf-without-placeholder", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "printf with arguments and no place for them in its format.",
            "They are not printed.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN printf "hello" world
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN printf "hello %s" world
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var command in script.Named("printf"))
        {
            var index = PrintfFormat.Index(command);
            if (index < command.Words.Length && PrintfFormat.Places(command.Words[index]) == 0 && command.Words.Length > index + 1)
            {
                report.Add(command.Words[index].Span, "the format has no place for the arguments");
            }
        }
    }
}
