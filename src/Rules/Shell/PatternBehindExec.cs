using Dockerlint.Linting;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class PatternBehindExec : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2014", "pattern-behind-exec", Category.Shell, Severity.Info)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A pattern behind `-exec` of find.",
            "The shell expands it once, before find begins.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN find /opt -type d -exec rm *.pyc \;
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN find /opt -name '*.pyc' -exec rm {} \;
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var command in script.Named("find"))
        {
            var exec = command.Words.ToList().FindIndex(word => word.LiteralValue is "-exec" or "-execdir");
            foreach (var word in command.Words.Skip(exec < 0 ? command.Words.Length : exec).Where(script.IsGlob))
            {
                var at = script.Slice(word.Span).IndexOfAny(['*', '?', '[']);
                report.Add(new TextSpan(word.Span.Start + at, 1), "the shell expands this once, before find begins");
            }
        }
    }
}
