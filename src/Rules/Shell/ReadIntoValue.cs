using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class ReadIntoValue : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2229", "read-into-value", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "read with a dollar sign in front of a name.",
            "It reads into the variable whose name is the value.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN read -r $line < /etc/hosts
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN read -r line < /etc/hosts && echo "$line"
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var command in script.Named("read"))
        {
            foreach (var word in command.Words.Skip(1).Where(word => DollarNames.IsName(word)))
            {
                report.Add(word.Span, "read takes a name without a dollar sign");
            }
        }
    }
}
