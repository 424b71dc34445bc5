using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class PowerShellGoesOn : Rule
{
    public override RuleInfo Info { get; } = new("DK6039", "power-shell-goes-on", Category.Correctness, Severity.Warning)
    {
        Since = "0.2",
        Doc = new(
            "A PowerShell script of several commands goes on behind an error.",
            """
            PowerShell prints most errors and runs the next command, and the step counts as done when the last one does not fail. A
            download that failed is found out in the container.
            """,
            [
                new(
                    Bad: """
                    # escape=`
                    FROM mcr.microsoft.com/windows/servercore:ltsc2025
                    SHELL ["powershell", "-Command"]
                    RUN Invoke-WebRequest https://example.com/a.zip -OutFile a.zip; Expand-Archive a.zip C:\a
                    """,
                    Good: """
                    # escape=`
                    FROM mcr.microsoft.com/windows/servercore:ltsc2025
                    SHELL ["powershell", "-Command", "$ErrorActionPreference = 'Stop';"]
                    RUN Invoke-WebRequest https://example.com/a.zip -OutFile a.zip; Expand-Archive a.zip C:\a
                    """),
            ])
        {
            Remedy = """
                Set it once for all steps: `SHELL ["powershell", "-Command", "$ErrorActionPreference = 'Stop'; $ProgressPreference =
                'SilentlyContinue';"]`. The second setting leaves out the progress bar, which makes downloads slow.
                """,
        },
    };

    private const string Setting = "ErrorActionPreference";

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        ShellInstruction? shell = null;
        var isReported = false;
        foreach (var step in stage.Steps)
        {
            if (step.Instruction is ShellInstruction next)
            {
                (shell, isReported) = (next, false);
            }
            else if (step.Instruction is RunInstruction { Command: ShellFormSyntax form } run && !isReported && shell is not null
                && step.Before.Shell is [var name, ..] words && IsPowerShell(name)
                && !words.Any(Tells) && HasSeveral(run, form.LogicalText) && !Tells(run.LogicalText)
                && !run.Heredocs.Any(heredoc => Tells(heredoc.Content)))
            {
                isReported = true;
                context.Report(shell.Command?.Span ?? shell.Span, "scripts go on behind an error: add $ErrorActionPreference = 'Stop';",
                    [new RelatedSpan(run.Keyword.Span, "the first script of several commands")]);
            }
        }
    });

    private static bool IsPowerShell(string name) =>
        ToolCatalog.Find(name[(name.LastIndexOfAny(['/', '\\']) + 1)..].ToLowerInvariant()) == WindowsTools.PowerShell;

    private static bool Tells(string text) => text.Contains(Setting, StringComparison.OrdinalIgnoreCase);

    private static bool HasSeveral(RunInstruction run, string text) =>
        text.TrimEnd(' ', ';').Contains(';', StringComparison.Ordinal)
        || run.Heredocs.Any(heredoc => heredoc.Content.Trim().Contains('\n', StringComparison.Ordinal));
}
