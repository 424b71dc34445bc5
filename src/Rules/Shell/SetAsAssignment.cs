using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class SetAsAssignment : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2121", "set-as-assignment", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "set with a word that looks like an assignment.",
            "set changes the positional parameters.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN set version=1.0; make
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN version=1.0; make VERSION="$version"
                    """),
            ])
        {
            Remedy = "Write `name=value`.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var command in script.Named("set"))
        {
            if (command.Words is [_, { Parts: [Literal { Text: [var first, ..] text }, ..] } word, .. var rest]
                && (rest.Length > 0 || text.Contains('=', StringComparison.Ordinal)) && (char.IsAsciiLetter(first) || first == '_'))
            {
                report.Add(word.Span, "set changes positional parameters, no variables");
            }
        }
    }
}
