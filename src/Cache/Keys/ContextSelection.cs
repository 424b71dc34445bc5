using System.Globalization;
using Dockerlint.Semantics.Context;

namespace Dockerlint.Cache;

/// <summary>The files of the build context that one source names, with the digest the builder makes of them.</summary>
/// <param name="Digest">The digest.</param>
/// <param name="Files">The files.</param>
/// <param name="IsKnown">Whether every content is known.</param>
internal sealed record ContextSelection(string Digest, IReadOnlyList<SelectedFile> Files, bool IsKnown)
{
    /// <summary>
    /// What BuildKit's contenthash makes of a source: links in the path are followed, names count below the source only, and of a
    /// pattern the names and digests of its matches count. Null when a plain path leads nowhere.
    /// </summary>
    internal static ContextSelection? ForBuildKit(
        ContextManifest context, string source, bool allowsPattern, IgnoreRules excludes, bool namesParents)
    {
        if (!allowsPattern || !PathGlob.IsPattern(source))
        {
            var path = ContextPath.FromRoot(allowsPattern ? PathGlob.Unescape(source) : source);
            return context.Resolve(path) is { } resolved ? Tree(context, resolved, namesParents ? path : null, excludes) : null;
        }

        var pattern = ContextPath.FromRoot(source);
        var matches = new List<(string Name, ContextSelection Selection)>();
        foreach (var entry in context.Entries.Where(entry => PathGlob.IsMatch(pattern, entry.Path)))
        {
            // What is excluded is named from the match on, so a match itself is never left out of the digest (contenthash, includedPaths).
            if (context.Resolve(entry.Path) is { } resolved)
            {
                matches.Add((namesParents ? entry.Path : entry.Name, Tree(context, resolved, null, excludes)));
            }
        }

        var digest = ContentDigest.Of(matches.Select(match => $"{match.Name}\0{match.Selection.Digest}"));
        return new ContextSelection(
            digest, [.. matches.SelectMany(match => match.Selection.Files)], matches.All(match => match.Selection.IsKnown));
    }

    /// <summary>
    /// What the classic builder makes of a source: one hash a match; the hash of a file counts its path, and links are followed
    /// below a directory too. Null when a path or pattern finds nothing.
    /// </summary>
    internal static IReadOnlyList<(string Path, ContextSelection Selection)>? ForClassic(ContextManifest context, string source)
    {
        if (!PathGlob.IsPattern(source))
        {
            var path = ContextPath.FromRoot(source);
            return context.Resolve(path) is null ? null : [(path, Classic(context, path))];
        }

        var pattern = ContextPath.FromRoot(source);
        return [.. context.Entries.Where(entry => PathGlob.IsMatch(pattern, entry.Path) && context.Resolve(entry.Path) is not null)
            .Select(entry => (entry.Path, Classic(context, entry.Path)))];
    }

    private static ContextSelection Tree(ContextManifest context, string root, string? shownPath, IgnoreRules excludes)
    {
        var files = new List<SelectedFile>();
        var isKnown = true;
        if (root.Length > 0 && context.Find(root) is { } entry)
        {
            files.Add(Select(entry, ref isKnown));
            if (entry.Kind != ContextEntryKind.Directory)
            {
                return new ContextSelection(ContentDigest.Of([shownPath ?? "", files[0].Digest]), files, isKnown);
            }
        }

        var parts = new List<string> { shownPath ?? "", files.Count > 0 ? files[0].Digest : "root" };
        var skip = root.Length == 0 ? 0 : root.Length + 1;
        foreach (var below in context.Below(root))
        {
            var name = below.Path[skip..];
            if (excludes.Patterns.IsEmpty || !excludes.Excludes(name))
            {
                var file = Select(below, ref isKnown);
                files.Add(file);
                parts.Add($"{name}\0{file.Digest}");
            }
        }

        return new ContextSelection(ContentDigest.Of(parts), files, isKnown);
    }

    private static ContextSelection Classic(ContextManifest context, string path)
    {
        var isKnown = true;
        var resolved = context.Resolve(path)!;
        if (context.Find(resolved) is { Kind: not ContextEntryKind.Directory })
        {
            var file = ClassicFile(context, path, ref isKnown);
            return new ContextSelection("file:" + file.Digest, [file], isKnown);
        }

        var files = new List<SelectedFile>();
        if (resolved.Length > 0)
        {
            files.Add(ClassicFile(context, resolved, ref isKnown));
        }

        foreach (var below in context.Below(resolved))
        {
            files.Add(ClassicFile(context, below.Path, ref isKnown));
        }

        return new ContextSelection(
            "dir:" + ContentDigest.Of(files.Select(file => file.Digest).Order(StringComparer.Ordinal)), files, isKnown);
    }

    private static SelectedFile ClassicFile(ContextManifest context, string path, ref bool isKnown)
    {
        if (context.Resolve(path) is not { Length: > 0 } resolved || context.Find(resolved) is not { } entry)
        {
            return new SelectedFile(path, "nothing at " + path, null, 0);
        }

        // The second name of a file is sent as a link to the first, without content.
        if (entry.HardLinkTo is { } first)
        {
            return new SelectedFile(path, $"{entry.Path} is {first}", null, 0);
        }

        var file = Select(entry, ref isKnown);
        return file with { Path = path, Digest = $"{entry.Path}|{file.Digest}" };
    }

    private static SelectedFile Select(ContextEntry entry, ref bool isKnown)
    {
        var content = entry.Kind is ContextEntryKind.File or ContextEntryKind.Submodule ? entry.Content?.Digest : null;
        isKnown &= content is not null || entry.Kind is ContextEntryKind.Directory or ContextEntryKind.SymbolicLink;
        return new SelectedFile(entry.Path, Describe(entry, content), content, entry.Size ?? 0);
    }

    private static string Describe(ContextEntry entry, string? content)
    {
        var owner = string.Create(CultureInfo.InvariantCulture, $"{entry.UserId}:{entry.GroupId}");
        var mode = entry.Mode is { } bits ? Convert.ToString(bits, 8) : "?";
        return entry.Kind switch
        {
            ContextEntryKind.SymbolicLink => $"link|{owner}|{entry.LinkTarget}",
            ContextEntryKind.Directory => $"dir|{mode}|{owner}|",
            ContextEntryKind.File => $"file|{mode}|{owner}|{content}",
            ContextEntryKind.Submodule => SelectedFile.OfSubmodule + content,
            _ => "unknown",
        };
    }
}
