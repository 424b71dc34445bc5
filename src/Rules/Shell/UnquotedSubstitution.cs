using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class UnquotedSubstitution : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2046", "unquoted-substitution", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A command substitution without double quotes where the shell splits its output into words.",
            "Output with blanks becomes several arguments, and an asterisk in it becomes the names of files.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN touch $(cat /etc/hostname).log
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN touch "$(cat /etc/hostname)".log
                    """),
            ])
        {
            Remedy = """
                    Put double quotes around the substitution, or read the output line by line where several words are meant.
                    """,
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var substitution in script.All<CommandSubstitution>())
        {
            if (substitution.Script.Commands.Length > 0 && Unquoted.Splits(script, substitution) && !PrintsWords(substitution))
            {
                report.Add(substitution.Span, "the output of this substitution stands without quotes and is split into words");
            }
        }
    }

    // What prints nothing but numbers on purpose.
    private static bool PrintsWords(CommandSubstitution substitution) =>
        substitution.Script.Commands is [{ List.Pipelines: [{ Commands: [SimpleCommand { Name: "seq" or "pgrep" }] }] }];
}
