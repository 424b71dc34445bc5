using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class ExpansionInTrap : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2064", "expansion-in-trap", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "An expansion in the command of trap.",
            "It is expanded now, not when the trap runs.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN file=/tmp/x; trap "rm -f $file" EXIT; make
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN file=/tmp/x; trap 'rm -f "$file"' EXIT; make
                    """),
            ])
        {
            Remedy = "Use single quotes.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var command in script.Named("trap"))
        {
            if (command.Words is [_, { Parts: [DoubleQuoted quoted] }, ..])
            {
                foreach (var part in quoted.Parts.Where(part => part is ParameterExpansion or CommandSubstitution or ArithmeticExpansion))
                {
                    report.Add(part.Span, "this is expanded now, not when the trap runs: use single quotes");
                }
            }
        }
    }
}
