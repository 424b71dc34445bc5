namespace Dockerlint.Verification;

/// <summary>What an image has, short enough to be kept in a report: sizes, files, set-user-ID programs, packages.</summary>
public sealed record ImageInventory
{
    private const int MostFiles = 20_000;

    /// <summary>The bytes of all layers.</summary>
    public long Size { get; init; }

    /// <summary>The bytes of each layer from the bottom up.</summary>
    public IReadOnlyList<long> Layers { get; init; } = [];

    /// <summary>The bytes below each folder of the first two levels.</summary>
    public IReadOnlyDictionary<string, long> Folders { get; init; } = new Dictionary<string, long>();

    /// <summary>The files with their bytes; empty where there are too many.</summary>
    public IReadOnlyDictionary<string, long> Files { get; init; } = new Dictionary<string, long>();

    /// <summary>Programs with set-user-ID or set-group-ID.</summary>
    public IReadOnlyList<string> SetUserId { get; init; } = [];

    /// <summary>The packages with their versions.</summary>
    public IReadOnlyDictionary<string, string> Packages { get; init; } = new Dictionary<string, string>();

    /// <summary>What could not be listed, in words.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    internal static ImageInventory Of(ImageContents contents, ImageTree tree)
    {
        var files = tree.Files.Select(item => item.File).Where(file => file.Kind == ImageFileKind.File).ToList();
        var folders = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var parts = ("/" + file.Path).Split('/');
            for (var depth = 2; depth <= Math.Min(3, parts.Length - 1); depth++)
            {
                var folder = string.Join('/', parts[..depth]);
                folders[folder] = folders.GetValueOrDefault(folder) + file.Size;
            }
        }

        var packages = PackageDatabase.Read(tree, out var problem);
        var problems = new List<string>();
        if (problem is not null)
        {
            problems.Add(problem);
        }

        if (files.Count > MostFiles)
        {
            problems.Add($"new and gone files: the image has more than {MostFiles}");
        }

        return new ImageInventory
        {
            Size = contents.Layers.Sum(layer => layer.Size),
            Layers = [.. contents.Layers.Select(layer => layer.Size)],
            Folders = folders,
            Files = files.Count > MostFiles ? new Dictionary<string, long>()
                : new SortedDictionary<string, long>(
                    files.ToDictionary(file => "/" + file.Path, file => file.Size), StringComparer.Ordinal),
            SetUserId = [.. files.Where(file => (file.Mode & 0b110_000_000_000) != 0).Select(file => "/" + file.Path)
                .Order(StringComparer.Ordinal)],
            Packages = packages,
            Problems = problems,
        };
    }
}
