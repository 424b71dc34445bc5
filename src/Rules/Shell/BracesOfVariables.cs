using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class BracesOfVariables : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2051", "braces-of-variables", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A range in braces with a variable.",
            "bash expands braces before variables, so that the braces stay.",
            [
                new(
                    Bad: """
                    FROM fedora:42
                    RUN n=3; for i in {1..$n}; do echo "$i"; done
                    """,
                    Good: """
                    FROM fedora:42
                    RUN n=3; for ((i = 1; i <= n; i++)); do echo "$i"; done
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        if (script.Dialect != ScriptDialect.Bash)
        {
            return;
        }

        foreach (var word in script.All<ShellWord>())
        {
            for (var i = 0; i + 2 < word.Parts.Length; i++)
            {
                if (word.Parts[i] is Literal { Text: var before } open && before.LastIndexOf('{') is >= 0 and var at
                    && before.EndsWith("..", StringComparison.Ordinal)
                    && word.Parts[i + 1] is ParameterExpansion && word.Parts[i + 2] is Literal { Text: ['}', ..] } close)
                {
                    report.Add(TextSpan.FromBounds(open.Span.Start + at, close.Span.Start + 1), "bash expands braces before variables");
                }
            }
        }
    }
}
