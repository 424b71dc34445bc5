using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class IndexUpdateAlone : Rule
{
    public override RuleInfo Info { get; } = new("DK1004", "index-update-alone", Category.Cache, Severity.Warning)
    {
        Since = "0.1",
        Doc = new(
            "The package index is fetched in a step of its own.",
            """
            That step is cached as long as its text is the same. A later change of the package list then installs from an index that may
            be months old, and the archive no longer has those versions. In one RUN both are as old as each other.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN apt-get update
                    RUN apt-get install -y curl
                    """,
                    Good: """
                    FROM debian:12
                    RUN apt-get update && apt-get install -y curl
                    """),
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN apk update
                    RUN apk add curl
                    """,
                    Good: """
                    FROM debian:12
                    RUN apt-get update
                    RUN apt-get update && apt-get install -y curl
                    """),
            ])
        {
            Remedy = """
                Join the two steps, as in `RUN apt-get update && apt-get install -y curl`. On Alpine, drop `apk update` and install with
                `apk add --no-cache`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        var runs = stage.Steps.Select(step => step.Instruction).OfType<RunInstruction>()
            .Select(run => context.Model.InvocationsOf(run).Where(use => !use.IsTrigger).ToList()).ToList();
        for (var i = 0; i < runs.Count; i++)
        {
            if (runs[i].Find(use => use.Invocation.Does(EffectKind.RefreshesIndex)) is not { Invocation: { Tool: { } manager } update }
                || runs[i].Exists(use => UsesIndex(use.Invocation, manager, runs[i])))
            {
                continue;
            }

            // The next step that installs either fetches the index again or relies on this one.
            var next = runs.Skip(i + 1).FirstOrDefault(other => other.Exists(use => Installs(use.Invocation, manager)));
            if (next is not null && !next.Exists(use => use.Invocation.Tool == manager && use.Invocation.Does(EffectKind.RefreshesIndex)))
            {
                context.Report(update.NameSpan,
                    $"{update.Name} {update.VerbWord?.Text} is cached apart from the installation that needs it: put both in one RUN",
                    [new RelatedSpan(
                        next.Find(use => Installs(use.Invocation, manager))!.Invocation.NameSpan, "this installs from the cached index")]);
            }
        }
    });

    private static bool Installs(Invocation use, ToolSpec manager) => use.Tool == manager && use.Does(EffectKind.Installs);

    // Any other action of the manager in the same script, and scripts that call others, may be what the index is for.
    private static bool UsesIndex(Invocation use, ToolSpec manager, List<InvocationUse> others) => use.Tool == manager
        ? use.Does(EffectKind.Installs) || (use.Does(EffectKind.Fetches) && !use.Does(EffectKind.RefreshesIndex))
        : use.Tool == ShellTools.Sh && !others.Exists(inner => inner.Invocation.Parent == use);
}
