using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class FunctionCallsItself : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2264", "function-calls-itself", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "A function that does nothing but call itself.",
            "It never ends.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN ls() { ls; }; ls
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN ls() { command ls; }; ls
                    """,
                    Fixed: """
                    FROM alpine:3.22
                    RUN ls() { command ls; }; ls
                    """),
            ])
        {
            Remedy = "Write `command name` to run the program of that name.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var function in script.All<FunctionDefinition>())
        {
            if (function.Body is BraceGroup { Body: [{ List.Pipelines: [{ Commands: [SimpleCommand command] }] }] }
                && CheckedScript.NameOf(command) == function.Name)
            {
                report.Add(command.Span, "this function calls itself for ever", ShellEdits.Insert(command.Span.Start, "command "));
            }
        }
    }
}
