using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>DK1009.</summary>
public sealed class RepeatedExpensiveStep : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DK1009", "repeated-expensive-step", Category.Cache, Severity.Info)
    {
        Since = "0.1",
        Profiles = Profiles.Strict,
        Doc = new("Two stages of the same base run the same expensive step, but something before it differs.",
            "BuildKit merges steps that are the same from the base on, so that they run once. If the steps before differ, even in an ARG or ENV, each stage runs its own. A common stage for both has it once. Stages whose beginnings are the same are not reported.",
            [new("FROM debian:12 AS a\nENV A=1\nRUN apt-get update && apt-get install -y git\nFROM debian:12 AS b\nRUN apt-get update && apt-get install -y git\n",
                 "FROM debian:12 AS a\nRUN apt-get update && apt-get install -y git\nENV A=1\nFROM debian:12 AS b\nRUN apt-get update && apt-get install -y git\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.File(static context =>
    {
        var first = new Dictionary<(string Base, string Text), (ScriptUse Script, string Prefix)>();
        foreach (var script in context.Scripts)
        {
            var isSystem = script.Commands.Any(use => PackageCommand.Read(use) is { Action: PackageAction.Install });
            if (script.IsTrigger || script.Stage.Base is not { Kind: BaseKind.Image, Text: { } image } || !(isSystem || script.Commands.Any(use => InstallReader.Read(use) is not null)))
            {
                continue;
            }

            var before = script.Stage.Steps.Select(step => step.Instruction).TakeWhile(instruction => instruction != script.Instruction).ToList();
            var prefix = string.Join('\n', before.Select(instruction => instruction.LogicalText));
            // What a project installs depends on the files copied before, and on the folder; the same step for another platform is another step.
            var files = isSystem ? [] : before.Where(instruction => instruction is FileTransferInstruction or WorkdirInstruction).Select(instruction => instruction.LogicalText);
            var key = ($"{script.Stage.From.Flag("platform")?.Value} {image}", string.Join('\n', files.Append(script.Instruction.LogicalText)));
            if (!first.TryAdd(key, (script, prefix)) && first[key] is var (earlier, earlierPrefix) && earlier.Stage != script.Stage && earlierPrefix != prefix)
            {
                context.Report(script.Instruction.Keyword.Span, $"this step also runs in stage {earlier.Stage.Name ?? $"{earlier.Stage.Index}"}, and what comes before it differs: a common stage would run it once",
                    [new RelatedSpan(earlier.Instruction.Keyword.Span, "the same step")]);
            }
        }
    });
}
