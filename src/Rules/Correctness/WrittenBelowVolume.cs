using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>DK6016.</summary>
public sealed class WrittenBelowVolume : Rule
{
    private static readonly string[] s_writers = ["mkdir", "touch", "cp", "mv", "chown", "chmod", "ln", "install", "tee", "rsync", "chgrp"];

    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DK6016", "written-below-volume", Category.Correctness, Severity.Info)
    {
        Since = "0.1",
        Doc = new("Files are written below a VOLUME that was declared before.",
            "The classic builder and some others discard what a RUN changes below a volume; BuildKit keeps it. Declare the volume behind the last change, then all agree.",
            [new("FROM debian:12\nVOLUME /data\nRUN mkdir -p /data/a && chown app /data/a\n", "FROM debian:12\nRUN mkdir -p /data/a\nVOLUME /data\n"),
             new("FROM debian:12\nVOLUME [\"/data\"]\nRUN echo x > /data/f\n", "FROM debian:12\nVOLUME [\"/data\"]\nRUN echo x > /database\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Script(static (script, context) =>
    {
        if (script.IsTrigger)
        {
            return;
        }

        var volumes = script.Stage.Chain.SelectMany(stage => stage.Steps).Where(step => step.Instruction is VolumeInstruction && step.Instruction.Span.Start < script.Instruction.Span.Start)
            .SelectMany(Paths).ToList();
        if (volumes.Count == 0)
        {
            return;
        }

        foreach (var command in script.Nodes.OfType<SimpleCommand>())
        {
            var words = command.Redirects.Where(redirect => redirect.Operator.Text is ">" or ">>").Select(redirect => redirect.Target)
                .Concat(command.Name is { } name && s_writers.Contains(name) ? command.Words.Skip(1) : []);
            foreach (var word in words)
            {
                if (script.Resolve(word) is { } path && volumes.Find(volume => path == volume.Path || path.StartsWith(volume.Path.TrimEnd('/') + "/", StringComparison.Ordinal)) is { Path: not null } hit)
                {
                    context.Report(script.Text.ToSource(word.Span), $"{path} is below the volume {hit.Path}: some builders discard what is written there", [new RelatedSpan(hit.Span, "declared here")]);
                    return;
                }
            }
        }
    });

    private static IEnumerable<(string Path, TextSpan Span)> Paths(StageStep step)
    {
        var volume = (VolumeInstruction)step.Instruction;
        var paths = volume.Json is { } json ? json.Items.Select(item => ((string?)item.Value, item.Span)) : volume.Words.Select(word => (WordExpander.Expand(word, step.Before.Variables.Lookup), word.Span));
        return paths.Where(path => path.Item1 is ['/', _, ..]).Select(path => (path.Item1!, path.Item2));
    }
}
