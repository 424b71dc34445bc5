using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class EscapesOfEcho : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2028", "escapes-of-echo", Category.Shell, Severity.Info)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "An escape such as `\\n` in an argument of echo.",
            "Some shells turn it into a line feed, others print a backslash and a letter.",
            [
                new(
                    Bad: """
                    FROM fedora:42
                    RUN echo "a\nb" > /list
                    """,
                    Good: """
                    FROM fedora:42
                    RUN printf 'a\nb\n' > /list
                    """),
            ])
        {
            Remedy = "Use printf.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        if (script.Dialect is not (ScriptDialect.Sh or ScriptDialect.Bash or ScriptDialect.Ksh))
        {
            return;
        }

        foreach (var command in script.Commands.Where(command => CommandNames.Last(command) == "echo"))
        {
            if (ShellFlags.Of(command).Any(flag => flag.Flag.Contains('e', StringComparison.Ordinal)))
            {
                continue;
            }

            foreach (var word in command.Words.Skip(1).Where(word => HasEscape(script, word)))
            {
                report.Add(word.Span, "whether echo reads escapes depends on the shell: use printf");
            }
        }
    }

    private static bool HasEscape(CheckedScript script, ShellWord word)
    {
        foreach (var part in word.Parts)
        {
            if (part is SingleQuoted or DoubleQuoted && Escapes(script.Slice(part.Span)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Escapes(string text)
    {
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (text[i] == '\\' && "rntabefv0'".Contains(text[i + 1], StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
