using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>DL3059 with hadolint's verdict.</summary>
internal sealed class HadolintConsecutiveRuns : Rule
{
    public override RuleInfo Info { get; } = new ConsecutiveRuns().Info with { Profiles = Profiles.Hadolint, Fix = FixAvailability.None };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        var runs = context.Get<HadolintRuns>().All.Where(run => !run.IsTrigger).ToDictionary(run => (InstructionSyntax)run.Instruction);
        HadolintRun? previous = null;
        foreach (var instruction in context.Tree.Root.Instructions)
        {
            var run = runs.GetValueOrDefault(instruction);
            if (run is { Commands.Length: < 2 } && previous is { Commands.Length: < 2 } && Flags(run).SequenceEqual(Flags(previous)))
            {
                context.Report(run.Anchor.Keyword.Span, "this RUN follows another RUN with the same flags, and each has one command");
            }

            previous = run;
        }
    });

    private static IEnumerable<string> Flags(HadolintRun run) =>
        run.Instruction.Flags.Select(flag => flag.LogicalText).Order(StringComparer.Ordinal);
}
