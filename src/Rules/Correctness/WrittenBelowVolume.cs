using System.Collections.Immutable;
using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class WrittenBelowVolume : Rule
{
    public override RuleInfo Info { get; } = new("DK6016", "written-below-volume", Category.Correctness, Severity.Info)
    {
        Since = "0.1",
        Confidence = Confidence.Likely,
        Doc = new(
            "Files are written below a VOLUME that was declared before.",
            """
            The classic builder and some others discard what a RUN changes below a volume; BuildKit keeps it. Declare the volume behind
            the last change, then all agree.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12
                    VOLUME /data
                    RUN mkdir -p /data/a && chown app /data/a
                    """,
                    Good: """
                    FROM debian:12
                    RUN mkdir -p /data/a
                    VOLUME /data
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    VOLUME ["/data"]
                    RUN echo x > /data/f
                    """,
                    Good: """
                    FROM debian:12
                    VOLUME ["/data"]
                    RUN echo x > /database
                    """),
            ])
        {
            Remedy = """
                Move `VOLUME` below the last `RUN` that writes there, or leave it out and let users mount a volume. If only BuildKit
                builds the file, ignore the finding.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        // The builders that discard it cannot build such a file.
        if (NeedsBuildKit(context))
        {
            return;
        }

        // By path without a slash at its end; a stage has those of the stage it starts from.
        var atEnd = new Dictionary<Stage, ImmutableDictionary<string, (string Path, TextSpan Span)>>();
        foreach (var stage in context.Model.Stages)
        {
            var volumes = stage.Base.Stage is { } below && atEnd.TryGetValue(below, out var inherited) ? inherited
                : ImmutableDictionary<string, (string, TextSpan)>.Empty;
            foreach (var step in stage.Steps)
            {
                if (step.Instruction is VolumeInstruction)
                {
                    foreach (var volume in Paths(step).Where(volume => !volumes.ContainsKey(volume.Path.TrimEnd('/'))))
                    {
                        volumes = volumes.SetItem(volume.Path.TrimEnd('/'), volume);
                    }
                }
                else if (step.Instruction is RunInstruction run && !volumes.IsEmpty)
                {
                    Check(run, volumes, context);
                }
            }

            atEnd[stage] = volumes;
        }
    });

    private static bool NeedsBuildKit(RuleContext context) => Frontend.Of(context.Tree.Root) is not null
        || context.Tree.Root.Instructions.Any(instruction => instruction.Heredocs.Count > 0
            || (instruction is RunInstruction && instruction.Flags.Count > 0));

    private static void Check(RunInstruction run, ImmutableDictionary<string, (string Path, TextSpan Span)> volumes, RuleContext context)
    {
        foreach (var use in context.Model.InvocationsOf(run))
        {
            foreach (var (path, span) in Written(use))
            {
                if (AbsolutePath(use, path) is { } place && Below(place, volumes) is { Path: not null } hit)
                {
                    context.Report(use.Invocation.Text.ToSource(span), $"{place} is in a volume: the classic builder discards what "
                        + "RUN writes there", [new RelatedSpan(hit.Span, "declared here")]);
                    // One a script is enough.
                    return;
                }
            }
        }
    }

    private static IEnumerable<(string Path, TextSpan Span)> Written(InvocationUse use)
    {
        foreach (var redirect in use.Invocation.Redirects)
        {
            if (redirect.Operator.Text is ">" or ">>" && use.Resolve(redirect.Target) is { } path)
            {
                yield return (path, redirect.Target.Span);
            }
        }

        foreach (var effect in use.Invocation.Effects)
        {
            foreach (var target in effect is
            {
                Kind: EffectKind.Writes or EffectKind.ChangesMode or EffectKind.ChangesOwner,
                Certainty: not Certainty.Conditional
            } ? effect.Targets : [])
            {
                if (target.Value is { } path)
                {
                    yield return (path, target.Span);
                }
            }
        }
    }

    private static string? AbsolutePath(InvocationUse use, string path) => path.StartsWith('/') ? path
        : path.Length > 0 && path[0] is not ('~' or '-' or '&') && use.Folder is { } folder ? BuildPath.Combine(folder, path) : null;

    // The outermost volume that the path is, or lies below.
    private static (string Path, TextSpan Span) Below(string path, ImmutableDictionary<string, (string Path, TextSpan Span)> volumes)
    {
        for (var end = path.IndexOf('/', 1); ; end = path.IndexOf('/', end + 1))
        {
            if (volumes.TryGetValue(end < 0 ? path : path[..end], out var volume))
            {
                return volume;
            }

            if (end < 0)
            {
                return default;
            }
        }
    }

    private static IEnumerable<(string Path, TextSpan Span)> Paths(StageStep step)
    {
        var volume = (VolumeInstruction)step.Instruction;
        var paths = volume.Json is { } json ? json.Items.Select(item => ((string?)item.Value, item.Span))
            : volume.Words.Select(word => (WordExpander.Expand(word, step.Before.Variables.Lookup), word.Span));
        return paths.Where(path => path.Item1 is ['/', _, ..]).Select(path => (path.Item1!, path.Item2));
    }
}
