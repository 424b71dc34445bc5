using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class ExpansionInSingleQuotes : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2016", "expansion-in-single-quotes", Category.Shell, Severity.Info)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "Something that looks like an expansion in single quotes, where the shell leaves it as it is.",
            "The command gets a dollar sign and a name rather than the value.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN echo 'export PATH=$PATH:/opt/bin' >> /etc/profile
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN echo "export PATH=$PATH:/opt/bin" >> /etc/profile
                    """),
            ])
        {
            Remedy = "Use double quotes if the value is meant.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var quoted in script.All<SingleQuoted>())
        {
            if (script.Parent(quoted) is not ShellWord word || script.IsPattern(word))
            {
                continue;
            }

            var owner = script.Parent(word);
            var command = owner as SimpleCommand;
            var isSed = command is not null && CommandNames.Last(command) is "sed" or "gsed";
            if (LooksExpanded(quoted.Text, isSed)
                && !(command is not null && CommandNames.TakeCode(command))
                && !(command is not null && CheckedScript.IsDeclaring(command)
                    && script.Slice(word.Span).AsSpan() is ['P', 'S', '1' or '2' or '3' or '4', '=', ..])
                && !(owner is Assignment { Name: "PS1" or "PS2" or "PS3" or "PS4" or "PROMPT_COMMAND" })
                && !(command is { Words: [{ LiteralValue: "[[" or "[" or "test" }, ..] } && IsAskedFor(command, word)))
            {
                report.Add(quoted.Span, "the shell expands nothing in single quotes");
            }
        }
    }

    private static bool IsAskedFor(SimpleCommand command, ShellWord word)
    {
        var index = command.Words.IndexOf(word);
        return index > 0 && command.Words[index - 1].LiteralValue == "-v";
    }

    private static bool LooksExpanded(string text, bool isSed)
    {
        for (var i = text.IndexOf('$', StringComparison.Ordinal); i >= 0 && i + 1 < text.Length; i = text.IndexOf('$', i + 1))
        {
            var next = text[i + 1];
            if ((char.IsAsciiLetterOrDigit(next) || next is '_' or '{' or '(') && !(isSed && IsAddress(text, i + 1)))
            {
                return true;
            }
        }

        var first = text.IndexOf('`', StringComparison.Ordinal);
        return first >= 0 && text.IndexOf('`', first + 1) > first + 1;
    }

    // The dollar sign of sed is the last line.
    private static bool IsAddress(string text, int at)
    {
        if (text[at] == '{')
        {
            at++;
            return at >= text.Length || !(char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_')
                || ("acdips=".Contains(text[at], StringComparison.Ordinal) && at + 1 < text.Length
                    && !char.IsAsciiLetterOrDigit(text[at + 1])
                    && text[at] != 's');
        }

        return "acdips=".Contains(text[at], StringComparison.Ordinal)
            && (at + 1 >= text.Length || !char.IsAsciiLetterOrDigit(text[at + 1]));
    }
}
