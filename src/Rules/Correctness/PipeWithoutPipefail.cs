using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class PipeWithoutPipefail : Rule
{
    public override RuleInfo Info { get; } = new("DL4006", "pipe-without-pipefail", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Confidence = Confidence.Likely,
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "A pipe whose first commands may fail unseen.",
            """
            A shell reports only the last command of a pipe. With pipefail, from SHELL, from a stage below, or set in the script, a
            failed download stops the build. Pipes that are conditions, whose failure is ignored anyway, or that only print and cut text
            are left alone. The fix is made once a stage, where the base image is known to have a shell with that option, and no later
            instruction depends on the shell that was in force.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN curl u | tar x
                    """,
                    Good: """
                    FROM debian:12
                    SHELL ["/bin/bash", "-o", "pipefail", "-c"]
                    RUN curl u | tar x
                    """,
                    Fixed: """
                    FROM debian:12
                    SHELL ["/bin/bash", "-o", "pipefail", "-c"]
                    RUN curl u | tar x
                    """),
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN a && b | c
                    """,
                    Good: """
                    FROM debian:12
                    RUN set -euo pipefail; curl u | tar x
                    """,
                    Fixed: """
                    FROM alpine:3.22
                    SHELL ["/bin/ash", "-o", "pipefail", "-c"]
                    RUN a && b | c
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    RUN curl u |& tar x
                    """,
                    Good: """
                    FROM debian:12
                    RUN yes | apt-get install curl && if a | grep b; then c; fi; d | e || true; x=$(echo "$y" | cut -d. -f1); f $(g | h)
                    """,
                    Fixed: """
                    FROM debian:12
                    SHELL ["/bin/bash", "-o", "pipefail", "-c"]
                    RUN curl u |& tar x
                    """),
            ])
        {
            Remedy = """
                Put `SHELL ["/bin/bash", "-o", "pipefail", "-c"]` above the step, with `/bin/ash` on Alpine, or begin the script with
                `set -o pipefail`. Or do without the pipe and save to a file first. If a failure is fine, add `|| true`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        // The first script of a stage that is reported, with the edit that mends it and all behind it, those of stages above included.
        var shells = new Dictionary<Stage, IReadOnlyList<Fix>>();
        foreach (var stage in context.Model.Stages)
        {
            foreach (var step in stage.Steps)
            {
                if (step.Instruction is RunInstruction run)
                {
                    Check(run, shells, context);
                }
            }
        }
    });

    private static void Check(RunInstruction run, Dictionary<Stage, IReadOnlyList<Fix>> shells, RuleContext context)
    {
        // A script in a word of a command is read by a shell of its own, which has none of the options of the outer one.
        foreach (var script in context.Model.InvocationsOf(run).Where(use => use.Invocation.Tree is not null)
            .GroupBy<InvocationUse, ShellScript>(use => use.Invocation.Tree!, ReferenceEqualityComparer.Instance))
        {
            var first = script.First();
            if (IsLeftAlone(script, first, context) || Offence(script) is not { } pipe)
            {
                continue;
            }

            IReadOnlyList<Fix> fixes = first.Invocation.Parent is null && first is { Script: { } own, Before.Shell: null }
                ? FixesOf(own, shells, context) : [];
            context.Report(first.Invocation.Text.ToSource(pipe.Operators[0].Span),
                "a failure before this pipe goes unseen: put SHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"] above it", fixes);
        }
    }

    private static IReadOnlyList<Fix> FixesOf(ScriptUse script, Dictionary<Stage, IReadOnlyList<Fix>> shells, RuleContext context)
    {
        if (!shells.TryGetValue(script.Stage, out var fixes))
        {
            var below = script.Stage.Chain.Skip(1).FirstOrDefault(shells.ContainsKey);
            shells.Add(script.Stage, fixes = below is null ? Fixes(script, context) : shells[below]);
        }

        return fixes;
    }

    private static bool IsLeftAlone(IEnumerable<InvocationUse> script, InvocationUse first, RuleContext context) =>
        first.Invocation.Parent switch
        {
            null => first.Before.Shell is { } words ? words.Any(word => word.Contains("pipefail", StringComparison.Ordinal))
                : BaseShell.HasPipefail(first.Stage, context) || !BaseShell.IsOfUnix(first.Stage, context)
                    || (context.Get<StageImages>().Of(first.Stage) is null
                        && (WindowsScript.IsLikely(first.Invocation.Text.Text) || WindowsScript.CallsWindows(first.Invocation.Text.Text))),
            // eval runs in the shell that it stands in.
            { } shell => shell.Tool == WrapperTools.Eval || SetsPipefail(shell),
        } || script.Any(use => use.Invocation.Name is "set" or "shopt" && SetsPipefail(use.Invocation));

    private static bool SetsPipefail(Invocation command)
    {
        foreach (var word in command.Arguments)
        {
            if (word.Text == "pipefail")
            {
                return true;
            }
        }

        return false;
    }

    private static Pipeline? Offence(IGrouping<ShellScript, InvocationUse> script)
    {
        HashSet<object>? harmless = null;
        Dictionary<SimpleCommand, ToolSpec?>? tools = null;
        return script.Key.Walk().OfType<Pipeline>().FirstOrDefault(pipe => pipe.Commands.Length > 1
            && CanHideFailure(pipe, tools ??= ToolsOf(script)) && !(harmless ??= HarmlessIn(script.Key)).Contains(pipe));
    }

    private static Dictionary<SimpleCommand, ToolSpec?> ToolsOf(IEnumerable<InvocationUse> script)
    {
        var tools = new Dictionary<SimpleCommand, ToolSpec?>(ReferenceEqualityComparer.Instance);
        foreach (var use in script)
        {
            if (use.Invocation.Command is { } command)
            {
                tools.TryAdd(command, use.Invocation.Tool);
            }
        }

        return tools;
    }

    // One SHELL is in force for all that follows, in the stages above too: it must be there in the image, and mean the same to the rest.
    private static IReadOnlyList<Fix> Fixes(ScriptUse script, RuleContext context)
    {
        if (script.Before.Shell is not null || BaseShell.WithPipefail(script.Stage, context) is not { } shell
            || context.Get<ShellDependence>().IsNeededBehind(script, isOther: shell[0] != "/bin/ash"))
        {
            return [];
        }

        var text = $"SHELL {JsonArrayText.Of(shell)}";
        return Fix.Of($"put {text} before it", Applicability.Unsafe, ScriptEdits.InsertBefore(script.Instruction, text));
    }

    /// <summary>Pipes whose outcome is a question, or whose failure the script accepts.</summary>
    private static HashSet<object> HarmlessIn(ShellScript script)
    {
        var harmless = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var node in script.Walk())
        {
            IEnumerable<ShellNode> parts = node switch
            {
                IfCommand command => command.Branches.SelectMany(branch => branch.Condition),
                WhileCommand loop => loop.Condition,
                AndOrList { Operators: [.., { Text: "||" }] } list when list.Pipelines[^1].Commands is [
                    SimpleCommand { Name: "true" or ":" or "exit" or "echo" }] => list.Pipelines,
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

    private static bool CanHideFailure(Pipeline pipe, Dictionary<SimpleCommand, ToolSpec?> tools) =>
        pipe.Commands[^1] is not SimpleCommand { Name: "true" }
        && !(pipe.Commands.All(command => command is SimpleCommand) && Tests(pipe.Commands[^1], tools))
        && pipe.Commands.SkipLast(1).Any(command => Parts(command).Any(part => tools.GetValueOrDefault(part) is not { PassesText: true }));

    // What looks for a text and says whether it was there fails with what writes nothing, and ends it early when it was.
    private static bool Tests(ShellNode last, Dictionary<SimpleCommand, ToolSpec?> tools) => last is SimpleCommand command
        && tools.GetValueOrDefault(command) == TextTools.Grep
        && command.Words.Skip(1).Any(word => word.LiteralValue is "--quiet" or "--silent"
            || (word.LiteralValue is ['-', not '-', ..] option && option.AsSpan().IndexOfAny("qm") > 0));

    // What a word substitutes does not count: its outcome is not that of the command. Nobody waits for what runs in the background.
    private static IEnumerable<SimpleCommand> Parts(ShellNode node) => node is SimpleCommand command ? [command]
        : node.Children.Where(child => child is not (ShellWord or ShellListItem { Separator: ShellSeparator.Background }))
            .SelectMany(Parts);
}
