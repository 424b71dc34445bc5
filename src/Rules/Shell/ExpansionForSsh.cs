using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class ExpansionForSsh : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2029", "expansion-for-ssh", Category.Shell, Severity.Info)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "An expansion in the command for ssh.",
            "The shell here expands it, not the one on the other side.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN ssh host "echo $HOME"
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN ssh host 'echo $HOME'
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var command in script.Named("ssh"))
        {
            var operands = ShellFlags.Operands(command).ToList();
            if (operands.Count >= 2 && operands[^1].Parts is [DoubleQuoted quoted])
            {
                if (quoted.Parts.FirstOrDefault(part => part is ParameterExpansion or CommandSubstitution) is { } part)
                {
                    report.Add(part.Span, "the shell here expands this, not the one on the other side");
                }
            }
        }
    }
}
