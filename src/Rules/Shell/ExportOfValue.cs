using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class ExportOfValue : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2163", "export-of-value", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "export with a dollar sign in front of a name.",
            "It exports the variable whose name is the value.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    ARG NAME
                    RUN export $NAME && make
                    """,
                    Good: """
                    FROM alpine:3.22
                    ARG NAME
                    RUN export NAME && make
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var command in script.Named("export"))
        {
            foreach (var word in command.Words.Skip(1).Where(word => DollarNames.IsName(word)))
            {
                report.Add(word.Span, "export takes a name without a dollar sign");
            }
        }
    }
}
