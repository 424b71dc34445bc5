using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class BracesInCode : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2156", "braces-in-code", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "`{}` of find within the code for a shell.",
            "The name of the file becomes code.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN find /opt -exec sh -c 'echo {}' \;
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN find /opt -exec sh -c 'echo "$1"' sh {} \;
                    """),
            ])
        {
            Remedy = "Give it as an argument: `sh -c '… \"$1\"' sh {}`.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var command in script.Named("find"))
        {
            for (var i = 1; i + 3 < command.Words.Length; i++)
            {
                if (command.Words[i].LiteralValue is "-exec" or "-execdir"
                    && command.Words[i + 1].LiteralValue is "sh" or "bash" or "dash" or "ksh"
                    && command.Words[i + 2].LiteralValue is ['-', .., 'c']
                        && script.Slice(command.Words[i + 3].Span).Contains("{}", StringComparison.Ordinal))
                {
                    report.Add(command.Words[i + 3].Span, "the name of the file becomes code here");
                }
            }
        }
    }
}
