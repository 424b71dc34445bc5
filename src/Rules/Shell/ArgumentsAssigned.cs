using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class ArgumentsAssigned : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2124", "arguments-assigned", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "`$@`, or all elements of an array, assigned to a plain variable.",
            "They become one text with blanks between them.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN set -- a b; all="$@"; echo "$all"
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN set -- a b; all="$*"; echo "$all"
                    """),
            ])
        {
            Remedy = "Use an array, or `$*` if one text is meant.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var expansion in script.All<ParameterExpansion>())
        {
            if ((expansion.Name != "@" && expansion.Subscript != "@") || expansion.Prefix is "#" or "!"
                || expansion.Operator is "+" or ":+" or "-" or ":-")
            {
                continue;
            }

            var part = script.Parent(expansion) as ShellWordPart ?? expansion;
            if (script.Parent(part) is ShellWord word && (script.Parent(word) is Assignment
                || (script.Parent(word) is SimpleCommand command && CheckedScript.IsDeclaring(command)
                    && CheckedScript.ValueStart(word) is not null)))
            {
                report.Add(part.Span, "the arguments become one text");
            }
        }
    }
}
