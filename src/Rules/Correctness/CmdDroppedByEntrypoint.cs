using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>DK6007.</summary>
public sealed class CmdDroppedByEntrypoint : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DK6007", "cmd-dropped-by-entrypoint", Category.Correctness, Severity.Info)
    {
        Since = "0.1",
        Doc = new("An ENTRYPOINT drops the CMD of the stage below.",
            "Setting ENTRYPOINT resets a CMD that was inherited: the default arguments are gone. Repeat the CMD behind the ENTRYPOINT.",
            [new("FROM debian:12 AS base\nCMD [\"serve\"]\nFROM base\nENTRYPOINT [\"/init\"]\n", "FROM debian:12 AS base\nCMD [\"serve\"]\nFROM base\nENTRYPOINT [\"/init\"]\nCMD [\"serve\"]\n"),
             new("FROM debian:12 AS base\nCMD [\"a\"]\nFROM base AS mid\nFROM mid\nENTRYPOINT [\"b\"]\n", "FROM debian:12 AS base\nENTRYPOINT [\"b\"]\nCMD [\"a\"]\nFROM base\n")]),
    };

    /// <inheritdoc/>
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
                context.Report(entrypoint.Keyword.Span, $"this ENTRYPOINT drops the CMD of stage {below.Name ?? below.Index.ToString(System.Globalization.CultureInfo.InvariantCulture)}",
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
