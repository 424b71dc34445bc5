using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class RepeatedExpensiveStep : Rule
{
    public override RuleInfo Info { get; } = new("DK1009", "repeated-expensive-step", Category.Cache, Severity.Info)
    {
        Since = "0.1",
        Confidence = Confidence.Likely,
        Profiles = Profiles.Strict,
        Doc = new(
            "Two stages of the same base run the same expensive step, but something before it differs.",
            """
            BuildKit merges steps that are the same from the base on, so that they run once. If the steps before differ, even in an ARG
            or ENV, each stage runs its own. A common stage for both has it once. Stages whose beginnings are the same are not reported.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12 AS a
                    ENV A=1
                    RUN apt-get update && apt-get install -y git
                    FROM debian:12 AS b
                    RUN apt-get update && apt-get install -y git
                    """,
                    Good: """
                    FROM debian:12 AS a
                    RUN apt-get update && apt-get install -y git
                    ENV A=1
                    FROM debian:12 AS b
                    RUN apt-get update && apt-get install -y git
                    """),
            ])
        {
            Remedy = """
                Put the step into a stage of its own, such as `FROM debian:12 AS common`, and start both stages with `FROM common`. Or
                move what differs, such as an `ENV`, below the step in each stage.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        if (context.Model.Stages.Count < 2)
        {
            return;
        }

        // Sequences of instructions as numbers: equal ones have the same.
        var numbers = new Dictionary<(int Before, string Text), int>();
        var first = new Dictionary<(string Base, string Text, int Files), (Stage Stage, RunInstruction Run, int Before)>();
        foreach (var stage in context.Model.Stages.Where(stage => stage.Base is { Kind: BaseKind.Image, Text: not null }))
        {
            var (before, files) = (0, 0);
            foreach (var instruction in stage.Steps.Select(step => step.Instruction))
            {
                if (instruction is RunInstruction run)
                {
                    Check(stage, run, before, files, first, context);
                }

                before = Behind(before, instruction, numbers);
                files = instruction is FileTransferInstruction or WorkdirInstruction ? Behind(files, instruction, numbers) : files;
            }
        }
    });

    private static int Behind(int before, InstructionSyntax instruction, Dictionary<(int Before, string Text), int> numbers)
    {
        var key = (before, instruction.LogicalText);
        if (!numbers.TryGetValue(key, out var number))
        {
            numbers.Add(key, number = numbers.Count + 1);
        }

        return number;
    }

    private static void Check(
        Stage stage, RunInstruction run, int before, int files, Dictionary<(string Base, string Text, int Files),
            (Stage Stage, RunInstruction Run, int Before)> first, RuleContext context)
    {
        var isSystem = context.Model.InvocationsOf(run)
            .Any(use => use.Invocation.Find(EffectKind.Installs) is { Spec.Packages: PackageKind.System });
        if (!isSystem && !context.Model.InvocationsOf(run).Any(use => InstallReader.Read(use) is not null))
        {
            return;
        }

        // What a project installs depends on the files copied before, and on the folder; the same step for another platform is another
        // step.
        var key = ($"{stage.From.Flag("platform")?.Value} {stage.Base.Text}", run.LogicalText, isSystem ? 0 : files);
        if (!first.TryAdd(key, (stage, run, before)) && first[key] is var (earlier, earlierRun, earlierBefore) && earlier != stage
            && earlierBefore != before)
        {
            context.Report(run.Keyword.Span, $"this step also runs in stage {earlier.Name ?? $"{earlier.Index}"}, and what comes before "
                + "it differs: a common stage would run it once",
                [new RelatedSpan(earlierRun.Keyword.Span, "the same step")]);
        }
    }
}
