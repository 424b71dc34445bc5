using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Dockerlint.Semantics.Context;

namespace Dockerlint.Cache;

/// <summary>
/// The files of a stage as far as they can be followed: what steps put there, above something that has an identity only (a base
/// image, the result of a command nobody can foresee). Equal descriptions mean equal files.
/// </summary>
internal sealed class StageFiles
{
    private const int MostLinks = 40;

    private readonly ImmutableSortedDictionary<string, StageNode> _nodes;

    private StageFiles(ImmutableSortedDictionary<string, StageNode> nodes) => _nodes = nodes;

    /// <summary>Nothing but the root.</summary>
    internal static StageFiles Empty { get; } = Opaque(null);

    /// <summary>Files of which only an identity is known.</summary>
    internal static StageFiles Opaque(string? identity) => new(ImmutableSortedDictionary.Create<string, StageNode>(StringComparer.Ordinal)
        .Add("", new StageNode(StageNodeKind.Directory, "755", "0:0") { Below = identity }));

    /// <summary>The files of an image whose files are all known.</summary>
    internal static StageFiles Of(ContextManifest manifest)
    {
        var nodes = Empty._nodes.ToBuilder();
        foreach (var entry in manifest.Entries)
        {
            nodes[entry.Path] = NodeOf(entry, null, null);
        }

        return new StageFiles(nodes.ToImmutable());
    }

    internal static StageNode NodeOf(ContextEntry entry, string? owner, string? mode)
    {
        owner ??= $"{entry.UserId}:{entry.GroupId}";
        mode ??= entry.Mode is { } bits ? Convert.ToString(bits, 8) : "?";
        return entry.Kind switch
        {
            ContextEntryKind.Directory => new StageNode(StageNodeKind.Directory, mode, owner),
            ContextEntryKind.SymbolicLink => new StageNode(StageNodeKind.Link, "", owner) { LinkTarget = entry.LinkTarget },
            _ => StageNode.File(FileContent.OfIdentity(entry.Content?.Digest ?? "unknown " + entry.Path), mode, owner),
        };
    }

    /// <summary>Where a path leads.</summary>
    /// <param name="path">A path from the root, cleaned.</param>
    /// <param name="followsLast">Whether a link at the end is followed too.</param>
    internal StagePath Find(string path, bool followsLast = true)
    {
        var pending = new Stack<string>(path.Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse());
        var reached = "";
        var node = _nodes[""];
        var links = 0;
        while (pending.TryPop(out var part))
        {
            if (part is "." or "..")
            {
                reached = part == "." ? reached : ContextPath.Parent(reached);
                node = _nodes[reached];
                continue;
            }

            var next = ContextPath.Join(reached, part);
            if (!_nodes.TryGetValue(next, out var child))
            {
                var rest = string.Join('/', [next, .. pending]);
                return new StagePath(rest, null, node is { Kind: StageNodeKind.Directory, Below: { } below }
                    ? $"{below}/{string.Join('/', [part, .. pending])}" : null);
            }

            if (child.Kind == StageNodeKind.Removed)
            {
                return new StagePath(string.Join('/', [next, .. pending]), null, null);
            }

            if (child.Kind != StageNodeKind.Link || (pending.Count == 0 && !followsLast))
            {
                (reached, node) = (next, child);
                continue;
            }

            if (++links > MostLinks)
            {
                return new StagePath(next, null, null);
            }

            var target = child.LinkTarget ?? "";
            (reached, node) = target.StartsWith('/') ? ("", _nodes[""]) : (reached, node);
            foreach (var piece in target.Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse())
            {
                pending.Push(piece);
            }
        }

        return new StagePath(reached, node, null);
    }

    /// <summary>The nodes below a directory, each with its path from that directory; removed ones among them.</summary>
    internal IEnumerable<(string Name, StageNode Node)> Below(string path)
    {
        var prefix = path.Length == 0 ? "" : path + "/";
        return _nodes.Where(pair => pair.Key.Length > 0 && pair.Key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(pair => (pair.Key[prefix.Length..], pair.Value));
    }

    /// <summary>These files with a node at a real path; what was there before goes, directories above come to be.</summary>
    internal StageFiles With(string path, StageNode node)
    {
        var files = WithParents(path);
        return new StageFiles(files.Without(path)._nodes.SetItem(path, node));
    }

    /// <summary>These files with another mode or owner at a real path; what is below stays.</summary>
    internal StageFiles Changed(string path, StageNode node) => new(_nodes.SetItem(path, node));

    /// <summary>These files with a directory at a path unless one is there.</summary>
    internal StageFiles WithDirectory(string path, string mode, string owner)
    {
        var found = Find(path);
        if (found.Node is { Kind: StageNodeKind.Directory })
        {
            return this;
        }

        var node = found.Unseen is { } unseen
            ? new StageNode(StageNodeKind.Directory, $"{mode} or {unseen}", $"{owner} or {unseen}") { Below = unseen }
            : new StageNode(StageNodeKind.Directory, mode, owner);
        return With(found.Path, node);
    }

    /// <summary>These files without a real path and all below it.</summary>
    internal StageFiles Removed(string path)
    {
        var files = Without(path);
        return _nodes.GetValueOrDefault(ContextPath.Parent(path)) is { Below: null }
            ? files
            : new StageFiles(files._nodes.SetItem(path, new StageNode(StageNodeKind.Removed, "", "")));
    }

    /// <summary>A text that is equal for equal files at a path; null when nothing is there.</summary>
    internal string? Describe(string path)
    {
        var found = Find(path);
        return found.Node is null ? found.Unseen : DescribeNode(found.Path, found.Node);
    }

    /// <summary>As <see cref="Describe"/>, and where all is known as the digest that equal files of the build context have.</summary>
    internal string? DescribeContent(string path)
    {
        var description = Describe(path);
        if (description is null || FileDescription.HasUnseen(description)
            || Find(path) is not { Node: { } node, Path: { Length: > 0 } found })
        {
            return description;
        }

        return node.Kind == StageNodeKind.Directory
            ? ContentDigest.OfTree(Header(node), Below(found).Select(item => (item.Name, Header(item.Node))))
            : ContentDigest.OfFile(Header(node));
    }

    /// <summary>As <see cref="DescribeContent"/>, for the paths that fit a pattern.</summary>
    internal string DescribeMatches(string pattern)
    {
        var fixedParts = pattern.Split('/').TakeWhile(part => !PathGlob.IsPattern(part));
        var start = Find(string.Join('/', fixedParts));
        var matches = _nodes.Where(pair => pair.Value.Kind != StageNodeKind.Removed && PathGlob.IsMatch(pattern, pair.Key)).ToList();
        if (start.Node is { Below: null } && Below(start.Path).All(item => item.Node.Below is null))
        {
            return ContentDigest.Of(matches.Select(match => $"{ContextPath.Base(match.Key)}\0{DescribeContent(match.Key)}"));
        }

        var text = new StringBuilder(start.Node?.Below ?? start.Unseen);
        foreach (var (path, node) in matches)
        {
            text.Append(ContextPath.Base(path)).Append('=')
                .Append(node.Kind == StageNodeKind.Link ? Describe(path) : DescribeNode(path, node)).Append('\0');
        }

        return text.ToString();
    }

    /// <summary>An identity of all the files.</summary>
    internal string Identity => Convert.ToHexStringLower(SHA256.HashData(PathText.Encode(DescribeNode("", _nodes[""]))));

    private string DescribeNode(string path, StageNode node)
    {
        if (node.Kind != StageNodeKind.Directory)
        {
            return Header(node);
        }

        var text = new StringBuilder(path.Length == 0 ? node.Below : Header(node));
        foreach (var (name, below) in Below(path))
        {
            text.Append('\0').Append(name).Append('=').Append(Header(below));
        }

        return text.ToString();
    }

    private static string Header(StageNode node) => node.Kind switch
    {
        StageNodeKind.File => $"file|{node.Mode}|{node.Owner}|{node.Content!.Identity}",
        StageNodeKind.Directory => $"dir|{node.Mode}|{node.Owner}|{node.Below}",
        StageNodeKind.Link => $"link|{node.Owner}|{node.LinkTarget}",
        _ => "removed",
    };

    private StageFiles WithParents(string path)
    {
        var files = this;
        var parts = path.Split('/');
        for (var i = 1; i < parts.Length; i++)
        {
            files = files.WithDirectory(string.Join('/', parts[..i]), "755", "0:0");
        }

        return files;
    }

    private StageFiles Without(string path)
    {
        // Whatever is below a path has nodes above it, so a path without a node has nothing below.
        if (!_nodes.TryGetValue(path, out var existing))
        {
            return this;
        }

        if (existing.Kind != StageNodeKind.Directory)
        {
            return new StageFiles(_nodes.Remove(path));
        }

        var prefix = path + "/";
        return new StageFiles(
            _nodes.RemoveRange(_nodes.Keys.Where(key => key == path || key.StartsWith(prefix, StringComparison.Ordinal)).ToList()));
    }
}
