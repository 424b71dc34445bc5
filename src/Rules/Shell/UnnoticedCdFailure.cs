using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class UnnoticedCdFailure : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2164", "unnoticed-cd-failure", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "A cd whose failure nobody notices.",
            "What follows then runs in the wrong folder.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN cd /src; make
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN cd /src && make
                    """,
                    Fixed: """
                    FROM alpine:3.22
                    RUN cd /src || exit; make
                    """),
            ])
        {
            Remedy = "Join the next command with `&&`, leave with `|| exit`, or begin the script with `set -e`.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        if (SetOptions.EndsOnError(script))
        {
            return;
        }

        foreach (var command in script.Commands)
        {
            var name = CommandNames.Plain(command);
            if (name is not ("cd" or "pushd" or "popd") || (name != "cd" && command.Words.Any(word => word.LiteralValue is "-n"))
                || IsAbove(command) || Conditions.IsChecked(script, command))
            {
                continue;
            }

            report.Add(command.Span, $"when {name} fails, the script goes on in another folder",
                ShellEdits.Insert(command.Span.End, " || exit"));
        }
    }

    // The folder above and the root are always there.
    private static bool IsAbove(SimpleCommand command)
    {
        var operands = command.Words.Skip(CheckedScript.NameOf(command) is "command" or "builtin" ? 2 : 1).ToList();
        return operands is [{ LiteralValue: { } folder }] && folder.All(c => c is '.' or '/');
    }
}
