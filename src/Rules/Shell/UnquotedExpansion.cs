using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class UnquotedExpansion : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2086", "unquoted-expansion", Category.Shell, Severity.Info)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "An expansion without double quotes where the shell splits its value into words.",
            """
            A value with a blank becomes several arguments, one with an asterisk or a question mark becomes the names of files, and
            an empty one vanishes. What is known never to be any of that is not reported.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    ARG TARGET
                    RUN mkdir -p $TARGET/bin
                    """,
                    Good: """
                    FROM alpine:3.22
                    ARG TARGET
                    RUN mkdir -p "$TARGET"/bin
                    """,
                    Fixed: """
                    FROM alpine:3.22
                    ARG TARGET
                    RUN mkdir -p "$TARGET"/bin
                    """),
            ])
        {
            Remedy = """
                    Put double quotes around the expansion. Where several words are meant, say so with a comment that switches the
                    check off for the line.
                    """,
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var expansion in script.All<ParameterExpansion>())
        {
            if (expansion is { Prefix: "#" } or { Operator: "+" or ":+" } || expansion.Name == "@" || expansion.Subscript == "@"
                || SafeParameters.Contains(expansion.Name) || !Unquoted.Splits(script, expansion) || IsDefault(script, expansion)
                || script.Flow.IsHarmless(expansion))
            {
                continue;
            }

            report.Add(expansion.Span,
                $"{script.Slice(expansion.Span)} stands without quotes: its value may become several words or names of files",
                ShellEdits.Quoted(expansion.Span));
        }
    }

    // : ${x:=value} is there for what it sets.
    private static bool IsDefault(CheckedScript script, ParameterExpansion expansion) =>
        expansion.Operator is "=" or ":=" && script.Around<SimpleCommand>(expansion) is { } command && CheckedScript.NameOf(command) == ":";
}
