using Dockerlint.Linting;
using Dockerlint.Rules;
using Dockerlint.Semantics;
using Dockerlint.Text;

namespace Dockerlint.Optimizer;

/// <summary>Copies manifests before sources: the fixes of DK1001, with what the manifests themselves say about it.</summary>
internal static class ManifestMoves
{
    internal static IEnumerable<Proposal> Find(SourceText text, BuildModel model, OptimizerInput input)
    {
        foreach (var finding in new Linter([new InstallAfterBroadCopy()], LintConfig.Default).Lint(text)
            .Where(finding => finding.Fixes.Count > 0))
        {
            if (StepAt(model, finding.Span) is { } step)
            {
                yield return new Proposal(
                    "copy the manifests first and install the dependencies from them", text.Lines.GetLine(finding.Span.Start),
                    LineMove.Apply(text, finding.Fixes[0].Edits), "the installation reads nothing but its manifests")
                {
                    Doubt = ManifestProof.Doubt(step, input),
                };
            }
        }
    }

    private static InstallStep? StepAt(BuildModel model, TextSpan span)
    {
        foreach (var stage in model.Stages)
        {
            for (var i = 0; i < stage.Steps.Count; i++)
            {
                if (stage.Steps[i].Instruction.Span.Contains(span) && InstallStep.At(model, stage, i) is { } step)
                {
                    return step;
                }
            }
        }

        return null;
    }
}
