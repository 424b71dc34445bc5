using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class SubstitutionOfEcho : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2116", "substitution-of-echo", Category.Shell, Severity.Style)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A substitution of nothing but an echo.",
            "The words can stand there themselves.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN tar xf "$(echo app-1.0.tar)"
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN tar xf "app-1.0.tar"
                    """),
            ])
        {
            Remedy = "Write the words in place of the substitution.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var substitution in script.All<CommandSubstitution>())
        {
            if (substitution.Script.Commands is [{ List.Pipelines: [{ Commands: [SimpleCommand command] }] }]
                && CheckedScript.NameOf(command) == "echo" && command.Words.Skip(1).All(word => IsPlain(script, word))
                && substitution.Script.Commands[0].Separator != ShellSeparator.Background && !IsWrapped(command))
            {
                report.Add(substitution.Span, "echo in a substitution: its words can stand here themselves");
            }
        }
    }

    private static bool IsPlain(CheckedScript script, ShellWord word) =>
        !ShellFlags.Start(word).StartsWith('-') && !script.IsGlob(word)
        && !word.Parts.OfType<Literal>().Any(part => part.Text.Contains('{', StringComparison.Ordinal));

    // That is an echo of a substitution, and not worth two findings.
    private static bool IsWrapped(SimpleCommand command) =>
        command.Words is [_, { Parts: [CommandSubstitution or DoubleQuoted { Parts: [CommandSubstitution] }] }];
}
