using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class CommandLineInOneString : Rule
{
    public override RuleInfo Info { get; } = new("DK6025", "command-line-in-one-string", Category.Correctness, Severity.Error)
    {
        Since = "0.1",
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "The exec form holds a whole command line as one string.",
            """
            The first string is the name of the program, blanks and all: there is no such program, and the container does not start.
            Every argument needs a string of its own.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12
                    CMD ["python main.py"]
                    """,
                    Good: """
                    FROM debian:12
                    CMD ["python", "main.py"]
                    """,
                    Fixed: """
                    FROM debian:12
                    CMD ["python", "main.py"]
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    ENTRYPOINT ["sh -c 'exec app'"]
                    """,
                    Good: """
                    FROM debian:12
                    ENTRYPOINT ["sh", "-c", "exec app"]
                    """),
            ])
        {
            Remedy = """
                Split the string, as in `CMD ["python", "main.py"]`. If the line needs a shell, write `["sh", "-c", "exec app"]`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        var entrypoint = context.Get<CommandsInForce>().Entrypoint(stage) is not null;
        foreach (var step in stage.Steps)
        {
            // A CMD of an image with an ENTRYPOINT is an argument, which may hold blanks.
            if (step.Action is not CommandInstruction { Command: JsonArraySyntax { Items: [var item] } array } instruction
                || instruction is ShellInstruction
                || (instruction is CmdInstruction && entrypoint) || !IsCommandLine(item.Value))
            {
                continue;
            }

            var words = item.Value.AsSpan().IndexOfAny("\"'\\$`") < 0
                ? JsonArrayText.List(item.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : null;
            var fixes = words is null ? [] : Fix.Of("split it", Applicability.Unsafe, new TextEdit(item.Span, words));
            context.Report(item.Span, "this is the name of one program, blanks and all: give every argument a string of its own", fixes);
        }
    });

    private static bool IsCommandLine(string text)
    {
        var blank = text.Trim().IndexOf(' ', StringComparison.Ordinal);
        return blank > 0 && text.AsSpan(0, blank).IndexOfAny('\\', ':') < 0;
    }
}
