using System.Formats.Tar;
using System.Globalization;
using System.Security.Cryptography;

namespace Dockerlint.FixProof;

/// <summary>Reads a layer and lays layers over each other.</summary>
internal static class LayerReader
{
    private const string Whiteout = ".wh.";
    private const string OpaqueWhiteout = ".wh..wh..opq";
    private const string AttributePrefix = "SCHILY.xattr.";

    /// <summary>The entries of a layer in their order; whiteouts have no facts.</summary>
    internal static List<KeyValuePair<string, FileFacts?>> Read(Stream layer)
    {
        var entries = new List<KeyValuePair<string, FileFacts?>>();
        var files = new Dictionary<string, FileFacts>(StringComparer.Ordinal);
        using var reader = new TarReader(layer, leaveOpen: true);
        while (reader.GetNextEntry() is { } entry)
        {
            var path = Clean(entry.Name);
            if (Path.GetFileName(path).StartsWith(Whiteout, StringComparison.Ordinal))
            {
                entries.Add(new(path, null));
                continue;
            }

            // A second name of a file is compared as a file.
            var isLinked = files.TryGetValue(entry.EntryType == TarEntryType.HardLink ? Clean(entry.LinkName) : "", out var target);
            var facts = isLinked ? target! : Facts(entry);
            files[path] = facts;
            entries.Add(new(path, facts));
        }

        return entries;
    }

    /// <summary>Puts a layer over what is there.</summary>
    internal static void Apply(SortedDictionary<string, FileFacts> tree, List<KeyValuePair<string, FileFacts?>> layer)
    {
        // Whiteouts are about the layers below only.
        foreach (var (path, _) in layer.Where(entry => entry.Value is null))
        {
            var folder = path[..(path.LastIndexOf('/') + 1)];
            var name = path[folder.Length..];
            RemoveBelow(tree, name == OpaqueWhiteout ? folder : folder + name[Whiteout.Length..] + "/");
            tree.Remove(folder + name[Whiteout.Length..]);
        }

        foreach (var (path, facts) in layer)
        {
            if (facts is not null)
            {
                if (facts.Kind != "folder" && tree.TryGetValue(path, out var old) && old.Kind == "folder")
                {
                    RemoveBelow(tree, path + "/");
                }

                tree[path] = facts;
            }
        }
    }

    private static void RemoveBelow(SortedDictionary<string, FileFacts> tree, string prefix)
    {
        foreach (var path in tree.Keys.Where(path => path.StartsWith(prefix, StringComparison.Ordinal)).ToList())
        {
            tree.Remove(path);
        }
    }

    private static FileFacts Facts(TarEntry entry)
    {
        var kind = entry.EntryType switch
        {
            TarEntryType.Directory => "folder",
            TarEntryType.SymbolicLink => "link",
            TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.HardLink => "file",
            var other => other.ToString(),
        };
        var content = kind switch
        {
            "file" => string.Create(CultureInfo.InvariantCulture, $"{entry.Length} bytes {Digest(entry.DataStream)}"),
            "link" => "-> " + entry.LinkName,
            _ => "",
        };
        var attributes = entry is PaxTarEntry pax
            ? string.Join(' ', pax.ExtendedAttributes.Where(pair => pair.Key.StartsWith(AttributePrefix, StringComparison.Ordinal))
                .OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key[AttributePrefix.Length..]}={pair.Value}"))
            : "";
        return new FileFacts(kind, kind == "link" ? "" : Convert.ToString((int)entry.Mode, 8).PadLeft(4, '0'),
            string.Create(CultureInfo.InvariantCulture, $"{entry.Uid}:{entry.Gid}"), content, attributes);
    }

    private static string Digest(Stream? data) => data is null ? "empty" : Convert.ToHexStringLower(SHA256.HashData(data))[..12];

    private static string Clean(string name) => "/" + (name.StartsWith("./", StringComparison.Ordinal) ? name[2..] : name).Trim('/');
}
