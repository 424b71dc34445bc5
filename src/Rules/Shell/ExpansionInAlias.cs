using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class ExpansionInAlias : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2139", "expansion-in-alias", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "An expansion in the text of an alias.",
            "It is expanded now, not when the alias is used.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN alias today="echo $(date)"
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN alias today='echo $(date)'
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var word in script.Named("alias").SelectMany(command => command.Words.Skip(1)))
        {
            if (CheckedScript.ValueStart(word) is not null
                && word.Parts.SelectMany(part => part is DoubleQuoted quoted ? quoted.Parts : [part])
                .FirstOrDefault(part => part is ParameterExpansion or CommandSubstitution) is { } part)
            {
                report.Add(part.Span, "this is expanded now, not when the alias is used");
            }
        }
    }
}
