using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class StatusLostByDeclaration : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2155", "status-lost-by-declaration", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A variable that is declared and set to the output of a command at once.",
            """
            The status of export, local and the like hides that of the command: it may fail and the build goes on, even with `set
            -e`.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN export VERSION="$(cat version.txt)" && make
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN VERSION="$(cat version.txt)" && export VERSION && make
                    """),
            ])
        {
            Remedy = "Set the variable first and declare it in a command of its own.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var command in script.Named("export", "readonly", "declare", "typeset", "local"))
        {
            if (CheckedScript.NameOf(command) is "local" or "readonly" && ShellFlags.Has(command, "r"))
            {
                continue;
            }

            foreach (var word in command.Words.Skip(1))
            {
                if (CheckedScript.ValueStart(word) is { } start && word.Parts.Any(Holds))
                {
                    var name = script.Text[word.Span.Start..start].TrimEnd('=').TrimEnd('+');
                    report.Add(new TextSpan(word.Span.Start, name.Length), $"the status of the command that {name} is set to gets lost");
                }
            }
        }
    }

    private static bool Holds(ShellWordPart part) =>
        part is CommandSubstitution || (part is DoubleQuoted quoted && quoted.Parts.Any(inner => inner is CommandSubstitution));
}
