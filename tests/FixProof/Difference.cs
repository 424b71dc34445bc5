namespace Dockerlint.FixProof;

/// <summary>Something that is not the same before and after a fix.</summary>
/// <param name="What">gone, new, changed, config or build.</param>
/// <param name="Where">The path, or the field of the configuration.</param>
/// <param name="Before">What it was.</param>
/// <param name="After">What it is.</param>
internal sealed record Difference(string What, string Where, string Before, string After)
{
    /// <summary>Every difference between two images, files first.</summary>
    internal static IEnumerable<Difference> Between(ImageSnapshot before, ImageSnapshot after)
    {
        foreach (var path in Keys(before.Files, after.Files))
        {
            var (old, now) = (before.Files.GetValueOrDefault(path), after.Files.GetValueOrDefault(path));
            if (old != now)
            {
                var what = old is null ? "new" : now is null ? "gone" : "changed";
                yield return new Difference(what, path, old?.ToString() ?? "", now?.ToString() ?? "");
            }
        }

        foreach (var field in Keys(before.Configuration, after.Configuration))
        {
            var (old, now) = (before.Configuration.GetValueOrDefault(field, ""), after.Configuration.GetValueOrDefault(field, ""));
            if (old != now)
            {
                yield return new Difference("config", field, old, now);
            }
        }
    }

    public override string ToString() => What switch
    {
        "gone" => $"  gone     {Where}   ({Before})",
        "new" => $"  new      {Where}   ({After})",
        _ => $"  {What,-8} {Where}\n             before: {Before}\n             after:  {After}",
    };

    private static IEnumerable<string> Keys<T>(IReadOnlyDictionary<string, T> before, IReadOnlyDictionary<string, T> after) =>
        before.Keys.Union(after.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
