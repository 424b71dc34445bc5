using Dockerlint.Syntax;

namespace Dockerlint.Verification;

/// <summary>Compares two images layer by layer: kinds, modes, owners, link targets and contents, not times.</summary>
internal static class ReproducibilityCheck
{
    /// <summary>Reports the first step with another result; gives a remark where only times differ, else null.</summary>
    internal static string? Compare(
        ImageContents first, ImageContents second, IReadOnlyList<InstructionSyntax?> origins, FindingList findings)
    {
        for (var i = 0; i < Math.Min(first.Layers.Count, second.Layers.Count); i++)
        {
            var differences = Differences(first.Layers[i], second.Layers[i]);
            if (differences.Count > 0)
            {
                findings.Add(VerificationRules.NotReproducible, origins[i], "two builds give other results here: "
                    + $"{FindingList.Some(differences)}");
                return null;
            }
        }

        if (first.Layers.Count != second.Layers.Count)
        {
            findings.Add(VerificationRules.NotReproducible, (InstructionSyntax?)null,
                $"two builds give {first.Layers.Count} and {second.Layers.Count} layers");
            return null;
        }

        var times = first.Layers.Zip(second.Layers).Count(pair => pair.First.DiffId != pair.Second.DiffId);
        return times == 0 ? null : $"two cold builds have the same files; {(times == 1 ? "1 layer differs" : $"{times} layers differ")} "
            + "in times alone";
    }

    private static List<string> Differences(ImageLayer first, ImageLayer second)
    {
        var files = second.Files.GroupBy(file => (file.Path, file.Kind is ImageFileKind.Whiteout or ImageFileKind.OpaqueDirectory))
            .ToDictionary(group => group.Key, group => group.Last());
        var differences = new List<string>();
        foreach (var file in first.Files)
        {
            if (!files.Remove((file.Path, file.Kind is ImageFileKind.Whiteout or ImageFileKind.OpaqueDirectory), out var other))
            {
                differences.Add($"/{file.Path} (only in the first)");
            }
            else if (What(file, other) is { } what)
            {
                differences.Add($"/{file.Path} ({what})");
            }
        }

        differences.AddRange(files.Values.Select(file => $"/{file.Path} (only in the second)"));
        return differences;
    }

    private static string? What(ImageFile first, ImageFile second) =>
        first.Kind != second.Kind ? "kind"
        : first.Digest != second.Digest ? "content"
        : first.Mode != second.Mode ? "mode"
        : (first.UserId, first.GroupId) != (second.UserId, second.GroupId) ? "owner"
        : first.LinkTarget != second.LinkTarget ? "target"
        : null;
}
