using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class QuotedTilde : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2088", "quoted-tilde", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A tilde in quotes.",
            "The shell does not put the home folder in its place.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN mkdir -p "~/.config"
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN mkdir -p "$HOME/.config"
                    """),
            ])
        {
            Remedy = "Use `$HOME`.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var quoted in script.All<DoubleQuoted>())
        {
            if (!script.IsBody(quoted) && quoted.Parts is [Literal { Text: ['~', '/', ..] } first, ..] && StartsWord(script, quoted))
            {
                report.Add(first.Span, "a tilde stays as it is in quotes: use $HOME");
            }
        }

        foreach (var quoted in script.All<SingleQuoted>())
        {
            if (quoted.Text is ['~', '/', ..] && StartsWord(script, quoted))
            {
                report.Add(quoted.Span, "a tilde stays as it is in quotes: use $HOME");
            }
        }
    }

    private static bool StartsWord(CheckedScript script, ShellWordPart part) =>
        script.Parent(part) is ShellWord word && ReferenceEquals(word.Parts[0], part);
}
