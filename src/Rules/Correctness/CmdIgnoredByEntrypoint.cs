using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class CmdIgnoredByEntrypoint : Rule
{
    public override RuleInfo Info { get; } = new("DK6008", "cmd-ignored-by-entrypoint", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Doc = new(
            "A CMD behind an ENTRYPOINT in shell form.",
            """
            The shell runs the text of the ENTRYPOINT and does not look at further arguments, so neither CMD nor what is given to docker
            run arrives. Use the exec form of ENTRYPOINT.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12
                    ENTRYPOINT /app --serve
                    CMD ["--port", "80"]
                    """,
                    Good: """
                    FROM debian:12
                    ENTRYPOINT ["/app", "--serve"]
                    CMD ["--port", "80"]
                    """),
                new(
                    Bad: """
                    FROM debian:12 AS base
                    ENTRYPOINT exec /app
                    FROM base
                    CMD ["x"]
                    """,
                    Good: """
                    FROM debian:12
                    ENTRYPOINT exec /app "$@"
                    CMD ["x"]
                    """),
            ])
        {
            Remedy = """
                Write `ENTRYPOINT ["/app", "--serve"]`; a script that needs a shell can be the program there and end in `exec "$@"`. If
                the entrypoint should take no arguments, delete the `CMD`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        var cmd = stage.Steps.Select(step => step.Instruction).OfType<CmdInstruction>().LastOrDefault();
        var entrypoint = context.Get<CommandsInForce>().Entrypoint(stage);
        if (cmd is { Command: not JsonArraySyntax { Items.Count: 0 } }
            && entrypoint is { Command: ShellFormSyntax { LogicalText: var text } } && !UsesArguments(text)
            && !text.StartsWith('['))
        {
            context.Report(cmd.Keyword.Span, "this CMD has no effect: ENTRYPOINT is in shell form",
                [new RelatedSpan(entrypoint.Span, "takes no arguments")]);
        }
    });

    // The shell passes them as $0, $1 and so on.
    private static bool UsesArguments(string text)
    {
        for (var at = text.IndexOf('$', StringComparison.Ordinal); at >= 0; at = text.IndexOf('$', at + 1))
        {
            var next = text.AsSpan(at + 1).TrimStart('{');
            if (next.Length > 0 && (next[0] is '@' or '*' || char.IsAsciiDigit(next[0])))
            {
                return true;
            }
        }

        return false;
    }
}
