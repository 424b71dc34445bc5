using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>The end of support of images: <c>Data/end-of-life.tsv</c>, read when first asked for.</summary>
internal static class EndOfLife
{
    private static readonly Lazy<Dictionary<string, List<EndOfLifeEntry>>> s_entries = new(Read);

    /// <summary>The end of an image's support, or null where nothing is known.</summary>
    internal static EndOfLifeEntry? Find(ImageReference image)
    {
        if (image.Tag is not { } tag || NameOf(image) is not { } name)
        {
            return null;
        }

        // The product, and the distribution it stands on, which another part of the tag names: what ends first counts.
        var entries = s_entries.Value;
        return !entries.TryGetValue(name, out var releases) ? null
            : tag.Split('-').Skip(1).Select(part => Match(entries["*"], part)).Prepend(Match(releases, tag)).OfType<EndOfLifeEntry>()
                .MinBy(entry => entry.Date);
    }

    // Official images of the default registry, and the whole name of others.
    private static string? NameOf(ImageReference image)
    {
        var repository = image.Repository;
        if (image.Registry is null or "docker.io" or "index.docker.io")
        {
            return repository.StartsWith("library/", StringComparison.Ordinal) ? repository[8..] : repository;
        }

        return $"{image.Registry}/{repository}";
    }

    // The longest cycle that is the tag's version or a beginning of it: 9 covers 9, 9.5 and 9-slim, not 90.
    private static EndOfLifeEntry? Match(List<EndOfLifeEntry>? entries, string tag)
    {
        EndOfLifeEntry? best = null;
        foreach (var entry in entries ?? [])
        {
            var cycle = entry.Cycle;
            var isMatch = cycle == "any" ? best is null
                : tag.StartsWith(cycle, StringComparison.OrdinalIgnoreCase)
                    && (tag.Length == cycle.Length || tag[cycle.Length] is '.' or '-' or '_'
                    || (!char.IsAsciiDigit(tag[cycle.Length]) && char.IsAsciiDigit(cycle[^1])));
            if (isMatch && (best is null || best.Cycle == "any" || cycle.Length > best.Cycle.Length))
            {
                best = entry;
            }
        }

        return best;
    }

    private static Dictionary<string, List<EndOfLifeEntry>> Read()
    {
        using var stream = typeof(EndOfLife).Assembly.GetManifestResourceStream("end-of-life.tsv")!;
        using var reader = new StreamReader(stream);
        var entries = new Dictionary<string, List<EndOfLifeEntry>>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#' && line.Split('\t') is [var images, var product, var cycles])
            {
                foreach (var image in images.Split(' '))
                {
                    if (!entries.TryGetValue(image, out var list))
                    {
                        entries[image] = list = [];
                    }

                    list.AddRange(cycles.Split(' ').Select(cycle => EndOfLifeEntry.Parse(product, cycle)));
                }
            }
        }

        return entries;
    }
}
