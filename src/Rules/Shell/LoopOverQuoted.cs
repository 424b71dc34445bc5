using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class LoopOverQuoted : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2066", "loop-over-quoted", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A loop over one word in double quotes.",
            "It runs once with the whole value.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    ARG PACKAGES
                    RUN for package in "$PACKAGES"; do apk add "$package"; done
                    """,
                    Good: """
                    FROM alpine:3.22
                    ARG PACKAGES
                    RUN for package in $PACKAGES; do apk add "$package"; done
                    """),
            ])
        {
            Remedy = "Leave the quotes out if the value is to be split, or use an array.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var loop in script.All<ForCommand>())
        {
            if (loop.Words is [{ Parts: [DoubleQuoted quoted] } word]
                && quoted.Parts.Any(part => part is ParameterExpansion or CommandSubstitution)
                && !quoted.Parts.Any(part => part is ParameterExpansion expansion && (expansion.Name == "@" || expansion.Subscript == "@"
                    || expansion.Operator is "@")))
            {
                report.Add(word.Span, "this loop runs once, with the whole value");
            }
        }
    }
}
