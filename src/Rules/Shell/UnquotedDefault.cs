using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class UnquotedDefault : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2223", "unquoted-default", Category.Shell, Severity.Info)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "A default value in an argument of `:` without quotes.",
            "The value is split and taken for a pattern first, which may take long.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN : ${VERSION:=1.0}; make VERSION="$VERSION"
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN : "${VERSION:=1.0}"; make VERSION="$VERSION"
                    """,
                    Fixed: """
                    FROM alpine:3.22
                    RUN : "${VERSION:=1.0}"; make VERSION="$VERSION"
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var command in script.Named(":"))
        {
            foreach (var word in command.Words.Skip(1))
            {
                if (word.Parts is [ParameterExpansion { Operator: ":=" or "=" } expansion])
                {
                    report.Add(expansion.Span, "put it into double quotes", ShellEdits.Quoted(expansion.Span));
                }
            }
        }
    }
}
