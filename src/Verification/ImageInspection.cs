using Dockerlint.Cache;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Verification;

/// <summary>Holds what is inside an image to its Dockerfile; no engine is needed for that.</summary>
internal sealed class ImageInspection(LayerPlan plan, VerifyRequest request, FindingList findings)
{
    private const int ShownWaste = 100;
    private const int ShownFiles = 10;

    /// <summary>The report with what is found; what could not be checked is added to a list.</summary>
    internal VerificationReport Run(
        VerificationReport report, ImageContents contents, ImageTree tree, IReadOnlyList<InstructionSyntax?> origins, List<string> open)
    {
        open.AddRange(contents.Problems);
        if (tree.IsCut)
        {
            open.Add("a part of the paths of the image: there are too many");
        }

        if (contents.Layers.Count > 0 && origins.All(origin => origin is null))
        {
            report = report with
            {
                Remarks = [.. report.Remarks, "the history of the image does not tell which line made which layer: findings stand at FROM"],
            };
        }

        if (request.ReadsImage)
        {
            var remarks = new ImageContentCheck(contents, tree, origins, request.Limits, findings).Run();
            var wasted = tree.Wasted.ToLookup(file => file.Layer, file => file.Size);
            report = report with
            {
                Remarks = [.. report.Remarks, .. remarks],
                Layers = [.. contents.Layers.Select((layer, i) => Describe(layer, origins[i]) with { Wasted = wasted[i].Sum() })],
                Wasted = [.. tree.Wasted.OrderByDescending(file => file.Size).ThenBy(file => file.Path, StringComparer.Ordinal)
                    .Take(ShownWaste)],
                Inventory = ImageInventory.Of(contents, tree),
            };
        }

        new ImageUseCheck(contents.Config, tree, findings).Run();
        return report;
    }

    private LayerReport Describe(ImageLayer layer, InstructionSyntax? origin) => new(
        origin is null ? null : plan.State.Dockerfile.Source.Lines.GetLine(origin.Span.Start),
        origin is null || (origin is FromInstruction && layer.CreatedBy.Length > 0) ? WithoutArguments(layer.CreatedBy)
            : origin is FromInstruction ? plan.Model.Stages.First(stage => stage.From == origin).Base.Text ?? ""
            : origin.LogicalLine.Text.Trim(),
        layer.Size,
        layer.Files.Count,
        origin is FromInstruction)
    {
        Largest = [.. layer.Files.Where(file => file.Size > 0).OrderByDescending(file => file.Size).Take(ShownFiles)],
    };

    // Values of build arguments stand in the history of RUN: "RUN |1 TOKEN=x /bin/sh -c make".
    private static string WithoutArguments(string createdBy)
    {
        var (bar, shell) =
            (createdBy.IndexOf('|', StringComparison.Ordinal), createdBy.IndexOf(" /bin/sh -c", StringComparison.Ordinal));
        return bar is >= 0 and <= 4 && shell > bar ? createdBy[..bar] + createdBy[(shell + 1)..] : createdBy;
    }
}
