using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class SudoRedirection : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2024", "sudo-redirection", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A redirection of a command behind sudo.",
            "The shell opens the file, not the command: with the rights of the user that called sudo.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN sudo echo hello > /etc/motd
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN echo hello | sudo tee /etc/motd
                    """),
            ])
        {
            Remedy = "Use `sudo tee`, or `sudo sh -c`.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var command in script.Named("sudo"))
        {
            foreach (var redirect in command.Redirects)
            {
                if (redirect.Operator.Text is ">" or ">>" or "<" && redirect.Descriptor is null or "0" or "1"
                    && !(redirect.Target.LiteralValue is { } target && target.StartsWith("/dev/", StringComparison.Ordinal)))
                {
                    report.AddAtMost(
                        redirect.Operator.Text == "<" ? Severity.Info : Severity.Warning, redirect.Operator.Span,
                        "sudo does not open this file, the shell does");
                }
            }
        }
    }
}
