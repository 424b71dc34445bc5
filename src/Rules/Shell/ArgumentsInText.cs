using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class ArgumentsInText : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2145", "arguments-in-text", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "`$@`, or all elements of an array, in the middle of a text.",
            "The text before it goes to the first argument, and the text behind it to the last.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN set -- a b; sh -c "echo $@"
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN set -- a b; sh -c "echo $*"
                    """),
            ])
        {
            Remedy = "Use `$*` for one text, or an argument of its own.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var expansion in script.All<ParameterExpansion>())
        {
            if ((expansion.Name != "@" && expansion.Subscript != "@") || expansion.Prefix is "#" || expansion.Operator is "+" or ":+")
            {
                continue;
            }

            var quoted = script.Parent(expansion) as DoubleQuoted;
            var word = (quoted is null ? script.Parent(expansion) : script.Parent(quoted)) as ShellWord;
            if (word is not null && (quoted?.Parts.Length > 1 || word.Parts.Length > 1)
                && script.Parent(word) is SimpleCommand command
                    && !(CheckedScript.IsDeclaring(command) && CheckedScript.ValueStart(word) is not null))
            {
                report.Add(expansion.Span, "this joins a text to the first argument and the last only");
            }
        }
    }
}
