using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class ReadWhileWritten : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2094", "read-while-written", Category.Shell, Severity.Info)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A pipeline that reads a file and writes the same one.",
            "The shell empties the file before the command reads it.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN sort list.txt > list.txt
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN sort list.txt > sorted.txt && mv sorted.txt list.txt
                    """),
            ])
        {
            Remedy = "Write another file and rename it.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var pipeline in script.All<Pipeline>())
        {
            var commands = pipeline.Commands.OfType<SimpleCommand>().ToList();
            foreach (var output in pipeline.Commands.SelectMany(RedirectsOf)
                .Where(redirect => redirect.Operator.Text is ">" or ">>" or ">|"))
            {
                var name = script.Slice(output.Target.Span);
                if (name.StartsWith("/dev/", StringComparison.Ordinal) || name.StartsWith("\"/dev/", StringComparison.Ordinal))
                {
                    continue;
                }

                var count = report.Findings.Count;
                foreach (var command in commands
                    .Where(command => CheckedScript.NameOf(command) is not ("echo" or "printf" or "test" or "[" or "mkdir")))
                {
                    foreach (var word in command.Words.Concat(command.Redirects.Where(redirect => redirect.Operator.Text == "<")
                        .Select(redirect => redirect.Target)))
                    {
                        if (script.Slice(word.Span) == name)
                        {
                            report.Add(word.Span, $"{name} is written by the same pipeline");
                        }
                    }
                }

                if (report.Findings.Count > count)
                {
                    report.Add(output.Target.Span, $"{name} is read by the same pipeline");
                }
            }
        }
    }

    private static IEnumerable<Redirect> RedirectsOf(ShellCommand command) => command switch
    {
        SimpleCommand simple => simple.Redirects,
        CompoundCommand compound => compound.Redirects,
        _ => [],
    };
}
