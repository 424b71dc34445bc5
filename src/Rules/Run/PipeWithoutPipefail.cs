using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>DL4006.</summary>
public sealed class PipeWithoutPipefail : Rule
{
    // They print or pass on text and fail only when there is nobody to read it.
    private static readonly string[] s_unfailing =
        ["yes", "echo", "printf", "true", ":", "cut", "tr", "sort", "uniq", "head", "tail", "wc", "rev", "sed", "awk", "tac", "fold", "nl", "paste", "[", "test"];

    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DL4006", "pipe-without-pipefail", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Fix = FixAvailability.Sometimes,
        Doc = new("A pipe whose first commands may fail unseen.",
            "A shell reports only the last command of a pipe. With pipefail, from SHELL, from a stage below, or set in the script, a failed download stops the build. Pipes that are conditions, whose failure is ignored anyway, or that only print and cut text are left alone. The fix is made once a stage, where the base image is known to have a shell with that option, and no later instruction depends on the shell that was in force.",
            [new("FROM debian:12\nRUN curl u | tar x\n", "FROM debian:12\nSHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]\nRUN curl u | tar x\n", "FROM debian:12\nSHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]\nRUN curl u | tar x\n"),
             new("FROM alpine:3.22\nRUN a && b | c\n", "FROM debian:12\nRUN set -euo pipefail; curl u | tar x\n", "FROM alpine:3.22\nSHELL [\"/bin/ash\", \"-o\", \"pipefail\", \"-c\"]\nRUN a && b | c\n"),
             new("FROM debian:12\nRUN curl u |& tar x\n", "FROM debian:12\nRUN yes | apt-get install curl && if a | grep b; then c; fi; d | e || true; x=$(echo \"$y\" | cut -d. -f1); f $(g | h)\n", "FROM debian:12\nSHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]\nRUN curl u |& tar x\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.File(static context =>
    {
        // The first script of a stage that is reported, with the edit that mends it and all behind it, those of stages above included.
        var shells = new Dictionary<Stage, IReadOnlyList<Fix>>();
        foreach (var stage in context.Model.Stages)
        {
            foreach (var script in context.Model.ScriptsOf(stage))
            {
                if (!IsLeftAlone(script) && Offence(script) is { } pipe)
                {
                    if (!shells.TryGetValue(stage, out var fixes))
                    {
                        var below = stage.Chain.Skip(1).FirstOrDefault(shells.ContainsKey);
                        shells.Add(stage, fixes = below is null || script.Before.Shell is not null ? Fixes(script, context) : shells[below]);
                    }

                    context.Report(script.Text.ToSource(pipe.Operators[0].Span), "a failure before this pipe goes unseen: set the option pipefail before it",
                        script.Before.Shell is null ? fixes : []);
                }
            }
        }
    });

    private static bool IsLeftAlone(ScriptUse script) =>
        script.IsTrigger || script.Before.Shell?.Any(word => word.Contains("pipefail", StringComparison.Ordinal)) == true || script.Commands.Any(SetsPipefail);

    private static Pipeline? Offence(ScriptUse script)
    {
        HashSet<object>? harmless = null;
        return script.Nodes.OfType<Pipeline>().FirstOrDefault(pipe => CanHideFailure(pipe) && !(harmless ??= HarmlessIn(script)).Contains(pipe));
    }

    // One SHELL is in force for all that follows, in the stages above too: it must be there in the image, and mean the same to the rest.
    private static IReadOnlyList<Fix> Fixes(ScriptUse script, RuleContext context)
    {
        if (script.Before.Shell is not null || BaseShell.WithPipefail(script.Stage) is not { } shell || context.Get<ShellDependence>().IsNeededBehind(script, isOther: shell[0] != "/bin/ash"))
        {
            return [];
        }

        var text = $"SHELL {JsonArrayText.Of(shell)}";
        return Fix.Of($"put {text} before it", Applicability.Unsafe, ScriptEdits.InsertBefore(script.Instruction, text));
    }

    /// <summary>Pipes whose outcome is a question, or whose failure the script accepts.</summary>
    private static HashSet<object> HarmlessIn(ScriptUse script)
    {
        var harmless = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var node in script.Nodes)
        {
            IEnumerable<ShellNode> parts = node switch
            {
                IfCommand command => command.Branches.SelectMany(branch => branch.Condition),
                WhileCommand loop => loop.Condition,
                AndOrList { Operators: [.., { Text: "||" }] } list when list.Pipelines[^1].Commands is [SimpleCommand { Name: "true" or ":" or "exit" or "echo" }] => list.Pipelines,
                Pipeline { IsNegated: true } pipe => [pipe],
                // The outcome of a substitution counts only where it is all that an assignment does.
                SimpleCommand { Words.Length: > 0 } command => [.. command.Words, .. command.Assignments, .. command.Redirects],
                ForCommand loop => loop.Words,
                CaseCommand choice => [choice.Subject],
                _ => [],
            };
            harmless.UnionWith(parts.SelectMany(part => part.Walk()).OfType<Pipeline>());
        }

        return harmless;
    }

    private static bool CanHideFailure(Pipeline pipe) => pipe.Commands.Length > 1
        && pipe.Commands[^1] is not SimpleCommand { Name: "true" }
        && pipe.Commands.SkipLast(1).Any(command => Parts(command).Any(part => part.Name is not { } name || !s_unfailing.Contains(name)));

    // What a word substitutes does not count: its outcome is not that of the command.
    private static IEnumerable<SimpleCommand> Parts(ShellNode node) =>
        node is SimpleCommand command ? [command] : node.Children.Where(child => child is not ShellWord).SelectMany(Parts);

    private static bool SetsPipefail(CommandUse use) => use.Command.Name is "set" or "shopt" && use.Arguments.Contains("pipefail");
}
