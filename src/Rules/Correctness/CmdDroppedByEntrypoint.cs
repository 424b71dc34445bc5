using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class CmdDroppedByEntrypoint : Rule
{
    public override RuleInfo Info { get; } = new("DK6007", "cmd-dropped-by-entrypoint", Category.Correctness, Severity.Info)
    {
        Since = "0.1",
        Doc = new(
            "An ENTRYPOINT drops the CMD of the stage below.",
            "Setting ENTRYPOINT resets a CMD that was inherited: the default arguments are gone. Repeat the CMD behind the ENTRYPOINT.",
            [
                new(
                    Bad: """
                    FROM debian:12 AS base
                    CMD ["serve"]
                    FROM base
                    ENTRYPOINT ["/init"]
                    """,
                    Good: """
                    FROM debian:12 AS base
                    CMD ["serve"]
                    FROM base
                    ENTRYPOINT ["/init"]
                    CMD ["serve"]
                    """),
                new(
                    Bad: """
                    FROM debian:12 AS base
                    CMD ["a"]
                    FROM base AS mid
                    FROM mid
                    ENTRYPOINT ["b"]
                    """,
                    Good: """
                    FROM debian:12 AS base
                    ENTRYPOINT ["b"]
                    CMD ["a"]
                    FROM base
                    """),
            ])
        {
            Remedy = """
                Add the `CMD` again below the `ENTRYPOINT`, with the arguments it should start with. If there should be none, say so
                with `CMD []`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        if (Last<EntrypointInstruction>(stage) is not { } entrypoint || Last<CmdInstruction>(stage) is not null)
        {
            return;
        }

        foreach (var below in stage.Chain.Skip(1))
        {
            if (Last<CmdInstruction>(below) is { } cmd)
            {
                context.Report(
                    entrypoint.Keyword.Span,
                    $"this ENTRYPOINT drops the CMD of stage {below.Name ?? below.Index.ToString(System.Globalization.CultureInfo.InvariantCulture)}",
                    [new RelatedSpan(cmd.Span, "dropped")]);
                return;
            }

            if (Last<EntrypointInstruction>(below) is not null)
            {
                return;
            }
        }
    });

    private static T? Last<T>(Stage stage)
        where T : InstructionSyntax => stage.Steps.Select(step => step.Instruction).OfType<T>().LastOrDefault();
}
