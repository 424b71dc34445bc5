using Dockerlint.Semantics.Context;

namespace Dockerlint.Fuzz;

/// <summary>Contexts with names that nobody would choose.</summary>
internal static class HostileContext
{
    private static readonly string[] s_names =
    [
        "a", "src/app.py", "package.json", "package-lock.json", "requirements.txt", "go.mod", "go.sum", ".env", ".git/config",
        "x;touch y;#", "a b", "a\tb", "\"q\"", "[x]", "*", "?", "!", "#c",
        "-rf", "\e[31m", "\u202Etxt", "\uDC80", "d\uDCFF/e", "a\\b", "n\nl", "\uFEFF", "%41", "$HOME", "::error::",
        "very/deep/path/with/many/parts/in/it", "\u00E4", "A", "target/x", "node_modules/y",
    ];

    /// <summary>A few of them.</summary>
    internal static ContextManifest Make(FuzzRandom random)
    {
        var count = random.Below(8);
        return count == 0 ? ContextManifest.Empty
            : ContextManifest.Create(Enumerable.Range(0, count).Select(_ => Entry(random.Pick(s_names), random)));
    }

    /// <summary>The same with one thing changed.</summary>
    internal static ContextManifest Change(ContextManifest context, FuzzRandom random)
    {
        var entries = context.Entries.ToList();
        if (entries.Count > 0 && random.Below(3) > 0)
        {
            var at = random.Below(entries.Count);
            if (entries[at].Kind == ContextEntryKind.Directory || random.Below(2) == 0)
            {
                var gone = entries[at].Path;
                entries.RemoveAll(entry => entry.Path == gone || entry.Path.StartsWith(gone + "/", StringComparison.Ordinal));
            }
            else
            {
                entries[at] = Entry(entries[at].Path, random);
            }
        }
        else
        {
            entries.Add(Entry(random.Pick(s_names), random));
        }

        return ContextManifest.Create(entries);
    }

    /// <summary>Paths, one a line.</summary>
    internal static List<ContextEntry> Read(byte[] lines)
    {
        var entries = new List<ContextEntry>();
        foreach (var line in PathText.Decode(lines).Split('\n'))
        {
            var arrow = line.IndexOf("->", StringComparison.Ordinal);
            var path = ContextPath.Clean(arrow > 0 ? line[..arrow] : line).Trim('/');
            if (path.Length is 0 or > 1000 || path == "." || path.Split('/').Contains("..")
                || path.Contains('\0', StringComparison.Ordinal))
            {
                continue;
            }

            entries.Add(arrow > 0 ? new ContextEntry(path, ContextEntryKind.SymbolicLink) { LinkTarget = line[(arrow + 2)..] }
                : line.EndsWith('/') ? new ContextEntry(path, ContextEntryKind.Directory) { Mode = 0x1ED }
                : File(path, path.Length));
        }

        // A file has nothing below it.
        var files = entries.Where(entry => entry.Kind != ContextEntryKind.Directory).Select(entry => entry.Path)
            .ToHashSet(StringComparer.Ordinal);
        return [.. entries.Where(entry => !Above(entry.Path).Any(files.Contains))];
    }

    private static IEnumerable<string> Above(string path)
    {
        for (var above = ContextPath.Parent(path); above.Length > 0; above = ContextPath.Parent(above))
        {
            yield return above;
        }
    }

    private static ContextEntry Entry(string path, FuzzRandom random) => random.Below(8) == 0
        ? new ContextEntry(path, ContextEntryKind.SymbolicLink) { LinkTarget = random.Pick(s_names) }
        : File(path, random.Below(3));

    private static ContextEntry File(string path, int content) =>
        new(path, ContextEntryKind.File)
        {
            Mode = 0x1A4,
            Size = content,
            Content = ContextContent.FromBytes(BitConverter.GetBytes(content))
        };
}
