using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>DL3059.</summary>
public sealed class ConsecutiveRuns : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DL3059", "consecutive-runs", Category.Size, Severity.Info)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Strict,
        Doc = new("Two RUNs of one command each, one after the other.",
            "Each makes a layer. Off by default: separate steps are cached separately, which is often worth more than a layer.",
            [new("FROM alpine:3.22\nRUN a\nRUN b\n", "FROM alpine:3.22\nRUN a && b\n"),
             new("FROM alpine:3.22\nRUN --network=none a\n# then\nRUN --network=none b\n", "FROM alpine:3.22\nRUN a\nRUN --network=none b\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        RunInstruction? previous = null;
        foreach (var step in stage.Steps)
        {
            var run = step.Instruction as RunInstruction;
            if (run is not null && previous is not null && IsSingle(run) && IsSingle(previous)
                && run.Flags.Select(flag => flag.LogicalText).SequenceEqual(previous.Flags.Select(flag => flag.LogicalText)))
            {
                context.Report(run.Keyword.Span, "this RUN could be one with the RUN before it");
            }

            previous = run;
        }
    });

    private static bool IsSingle(RunInstruction run) => run.Command is JsonArraySyntax
        || (run.Heredocs.Count == 0 && Semantics.RunScript.Create(run, null) is [{ Script: { } script }] && script.SimpleCommands().Take(2).Count() < 2);
}
