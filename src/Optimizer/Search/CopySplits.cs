using Dockerlint.Rules;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Optimizer;

/// <summary>Splits a COPY of several sources where the installation behind it reads only some of them.</summary>
internal static class CopySplits
{
    internal static IEnumerable<Proposal> Find(BuildModel model, Stage stage, OptimizerInput input)
    {
        var copies = ContextCopy.OfStage(stage).ToList();
        for (var i = 1; i < stage.Steps.Count; i++)
        {
            if (InstallStep.At(model, stage, i) is not { } step || copies.Find(copy => copy.Index == i - 1) is not { } copy)
            {
                continue;
            }

            if (Split(step, copy) is { } after)
            {
                yield return new Proposal(
                    "copy what the installation does not read behind it", step.Run.Source.Lines.GetLine(copy.Instruction.Span.Start), after,
                    "one COPY of several sources is the same as one after the other, and the installation reads nothing but its manifests")
                {
                    Doubt = ManifestProof.Doubt(step, input, ""),
                };
            }
        }
    }

    private static SourceText? Split(InstallStep step, ContextCopy copy)
    {
        var (instruction, run) = (copy.Instruction, step.Run);
        if (step.Installs.Count == 0 || copy.IsBroad || copy.Sources.Count < 2 || instruction.Json is not null || !copy.IsFolderTarget
            || copy.Target is null
            || instruction.Flag("parents") is not null || !LineMove.CanMove(instruction) || !LineMove.CanMove(run)
            || !step.Commands.All(use =>
                step.Installs.Any(install => install.Use == use && install.EarlyCommand is null && !install.NeedsSources)
                || NeutralCommand.Is(use)))
        {
            return null;
        }

        var read = Enumerable.Range(0, copy.Sources.Count).Where(i => step.Installs.Any(install => IsManifest(step, copy, install, i)))
            .ToList();
        if (read.Count == 0 || read.Count == copy.Sources.Count
            || copy.Sources.Any(source => source is null || source.Contains('$', StringComparison.Ordinal)))
        {
            return null;
        }

        var source = instruction.Source;
        var newline = source.LineEndAt(instruction.Span.Start);
        var first = Line(instruction, read);
        var rest = Line(instruction, [.. Enumerable.Range(0, copy.Sources.Count).Except(read)]);
        var text = source.Text.Insert(LineMove.Lines(run).End, source.Text.EndsWith('\n') || LineMove.Lines(run).End < source.Length
            ? rest + newline : newline + rest);
        return source.WithText(text.Remove(instruction.Span.Start, instruction.Span.Length).Insert(instruction.Span.Start, first));
    }

    private static bool IsManifest(InstallStep step, ContextCopy copy, DependencyInstall install, int index)
    {
        var name = copy.Sources[index]!.TrimStart('.').TrimStart('/');
        return step.FolderOf(install) == copy.Target && install.Manifests.Any(manifest =>
            manifest == name || Dockerlint.Semantics.Context.PathGlob.IsMatch(manifest, name) || name == manifest.TrimEnd('*'));
    }

    private static string Line(FileTransferInstruction instruction, IReadOnlyList<int> sources)
    {
        var words = instruction.Words;
        return string.Join(
            ' ', [instruction.Keyword.LogicalText, .. instruction.Flags.Select(flag => flag.LogicalText),
            .. sources.Select(i => words[i].LogicalText), words[^1].LogicalText]);
    }
}
