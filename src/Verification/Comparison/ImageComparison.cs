using System.Globalization;
using Dockerlint.Syntax;

namespace Dockerlint.Verification;

/// <summary>How an image differs from an earlier one.</summary>
/// <param name="Before">The earlier one.</param>
/// <param name="After">The one that is verified.</param>
public sealed record ImageComparison(ImageInventory Before, ImageInventory After)
{
    /// <summary>The bytes it has more; negative when it has fewer.</summary>
    public long Growth => After.Size - Before.Size;

    /// <summary>Files that it has and the earlier one had not, largest first.</summary>
    public IReadOnlyList<KeyValuePair<string, long>> NewFiles { get; init; } = [];

    /// <summary>Files that it has no more, largest first.</summary>
    public IReadOnlyList<KeyValuePair<string, long>> GoneFiles { get; init; } = [];

    /// <summary>Programs that have set-user-ID now.</summary>
    public IReadOnlyList<string> NewSetUserId { get; init; } = [];

    /// <summary>Folders with the bytes they have more or fewer, largest change first.</summary>
    public IReadOnlyList<KeyValuePair<string, long>> Folders { get; init; } = [];

    /// <summary>Packages with their versions before and after; null where it has none.</summary>
    public IReadOnlyList<(string Name, string? Before, string? After)> Packages { get; init; } = [];

    internal static ImageComparison Of(ImageInventory before, ImageInventory after) => new(before, after)
    {
        NewFiles = Only(after.Files, before.Files),
        GoneFiles = Only(before.Files, after.Files),
        NewSetUserId = [.. after.SetUserId.Except(before.SetUserId)],
        Folders = [.. after.Folders.Keys.Union(before.Folders.Keys)
            .Select(folder => KeyValuePair.Create(
                folder, after.Folders.GetValueOrDefault(folder) - before.Folders.GetValueOrDefault(folder)))
            .Where(pair => pair.Value != 0).OrderByDescending(pair => Math.Abs(pair.Value))
            .ThenBy(pair => pair.Key, StringComparer.Ordinal)],
        Packages = [.. after.Packages.Keys.Union(before.Packages.Keys).Order(StringComparer.Ordinal)
            .Select(name => (name, before.Packages.GetValueOrDefault(name), after.Packages.GetValueOrDefault(name)))
            .Where(item => item.Item2 != item.Item3)],
    };

    internal void Report(ComparisonRequest request, FindingList findings)
    {
        if (NewSetUserId.Count > 0)
        {
            findings.Add(VerificationRules.SetUserIdFile, (InstructionSyntax?)null,
                $"set-user-ID is new since {request.Name}: {FindingList.Some(NewSetUserId)}");
        }

        var percent = Before.Size > 0 ? 100.0 * Growth / Before.Size : 0;
        if ((request.MaxGrowth is { } most && Growth > most) || (request.MaxGrowthPercent is { } limit && percent > limit))
        {
            var allowed = request.MaxGrowth is { } bytes ? ByteCount.Show(bytes)
                : string.Create(CultureInfo.InvariantCulture, $"{request.MaxGrowthPercent:0.#} %");
            var places = Folders.Where(pair => pair.Value > 0).Select(pair => $"{pair.Key} ({ByteCount.Show(pair.Value)})");
            findings.Add(VerificationRules.GrewTooMuch, (InstructionSyntax?)null,
                $"the image has {ByteCount.Show(Growth)} more than {request.Name}, and {allowed} more are allowed; most came to "
                    + FindingList.Some([.. places]));
        }
        else if (request.MaxGrowth is not null || request.MaxGrowthPercent is not null)
        {
            findings.Keep(
                VerificationRules.GrewTooMuch, (InstructionSyntax?)null, $"the image has not grown too much since {request.Name}");
        }
    }

    private static IReadOnlyList<KeyValuePair<string, long>> Only(
        IReadOnlyDictionary<string, long> these, IReadOnlyDictionary<string, long> those) =>
        [.. these.Where(pair => those.Count > 0 && !those.ContainsKey(pair.Key)).OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal)];
}
