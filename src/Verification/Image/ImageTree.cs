using Dockerlint.Semantics.Context;

namespace Dockerlint.Verification;

/// <summary>The file system that the layers of an image give together, with what was lost on the way.</summary>
internal sealed class ImageTree
{
    private const int MostLinks = 40;

    // Real images have one for each entry; paths of nothing but slashes could ask for thousands each.
    private const int MostNodes = 4_000_000;

    private readonly Node _root = new();
    private readonly List<WastedFile> _wasted = [];
    private int _nodes;

    internal ImageTree(ImageContents image)
    {
        for (var i = 0; i < image.Layers.Count; i++)
        {
            // A layer's deletions speak of the layers below it only.
            foreach (var file in image.Layers[i].Files.Where(IsDeletion))
            {
                Delete(file, i);
            }

            foreach (var file in image.Layers[i].Files.Where(file => !IsDeletion(file)))
            {
                Put(file, i);
            }
        }
    }

    /// <summary>Whether the image has more paths than are looked at.</summary>
    internal bool IsCut => _nodes > MostNodes;

    /// <summary>Files that take room in a layer and are gone, or replaced, in the image.</summary>
    internal IReadOnlyList<WastedFile> Wasted => _wasted;

    /// <summary>All that the image has, each with the index of its layer.</summary>
    internal IEnumerable<(ImageFile File, int Layer)> Files
    {
        get
        {
            var pending = new Stack<Node>([_root]);
            while (pending.TryPop(out var node))
            {
                if (node.File is { } file)
                {
                    yield return (file, node.Layer);
                }

                foreach (var child in node.Children?.Values ?? Enumerable.Empty<Node>())
                {
                    pending.Push(child);
                }
            }
        }
    }

    /// <summary>
    /// What a path leads to, links followed; null when that is nothing. The root without an entry of its own is a directory.
    /// </summary>
    internal ImageFile? Find(string path)
    {
        var pending = new Stack<string>(path.Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse());
        var above = new Stack<Node>();
        var node = _root;
        var links = 0;
        while (pending.TryPop(out var part))
        {
            if (part == ".")
            {
                continue;
            }

            if (part == "..")
            {
                node = above.TryPop(out var parent) ? parent : _root;
                continue;
            }

            if (node.Children?.TryGetValue(part, out var child) != true)
            {
                return null;
            }

            if (child!.File is not { Kind: ImageFileKind.SymbolicLink } link)
            {
                above.Push(node);
                node = child;
                continue;
            }

            if (++links > MostLinks)
            {
                return null;
            }

            if (link.LinkTarget.StartsWith('/'))
            {
                above.Clear();
                node = _root;
            }

            foreach (var piece in link.LinkTarget.Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse())
            {
                pending.Push(piece);
            }
        }

        if (node.File is { Kind: ImageFileKind.HardLink } hard && hard.LinkTarget.TrimStart('/') != path.TrimStart('/'))
        {
            return ++links > MostLinks ? null : Original(hard);
        }

        return node.File ?? new ImageFile(path.Trim('/'), ImageFileKind.Directory, 0) { Mode = 0b111_101_101 };
    }

    /// <summary>Whether there is anything but folders below a folder.</summary>
    internal bool HasFilesBelow(string folder)
    {
        var node = _root;
        foreach (var part in folder.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (node.Children?.TryGetValue(part, out var child) != true)
            {
                return false;
            }

            node = child!;
        }

        var pending = new Stack<Node>(node.Children?.Values ?? Enumerable.Empty<Node>());
        while (pending.TryPop(out var below))
        {
            if (below.File is { Kind: not ImageFileKind.Directory })
            {
                return true;
            }

            foreach (var child in below.Children?.Values ?? Enumerable.Empty<Node>())
            {
                pending.Push(child);
            }
        }

        return false;
    }

    // A hard link has mode and owner of its own in the archive, and the content of the other.
    private ImageFile Original(ImageFile link)
    {
        var node = _root;
        foreach (var part in ContextPath.FromRoot(link.LinkTarget).Split('/'))
        {
            if (node.Children?.TryGetValue(part, out var child) != true)
            {
                return link;
            }

            node = child!;
        }

        return node.File is { Kind: ImageFileKind.File } file ? file : link;
    }

    private static bool IsDeletion(ImageFile file) => file.Kind is ImageFileKind.Whiteout or ImageFileKind.OpaqueDirectory;

    private void Put(ImageFile file, int layer)
    {
        var node = _root;
        foreach (var part in file.Path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            node.Children ??= new Dictionary<string, Node>(StringComparer.Ordinal);
            if (!node.Children.TryGetValue(part, out var child))
            {
                if (++_nodes > MostNodes)
                {
                    return;
                }

                child = new Node();
                node.Children.Add(part, child);
            }

            node = child;
        }

        if (node.Layer < layer)
        {
            Lose(node, layer, isDeleted: false, withChildren: file.Kind != ImageFileKind.Directory);
        }

        (node.File, node.Layer) = (file, layer);
    }

    private void Delete(ImageFile file, int layer)
    {
        Node? parent = null;
        var node = _root;
        var name = "";
        foreach (var part in file.Path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (node.Children?.TryGetValue(part, out var child) != true)
            {
                return;
            }

            (parent, node, name) = (node, child!, part);
        }

        if (file.Kind == ImageFileKind.OpaqueDirectory)
        {
            var own = node.File;
            node.File = null;
            Lose(node, layer, isDeleted: true, withChildren: true);
            node.File = own;
        }
        else if (parent is not null)
        {
            Lose(node, layer, isDeleted: true, withChildren: true);
            parent.Children!.Remove(name);
        }
    }

    private void Lose(Node node, int layer, bool isDeleted, bool withChildren)
    {
        var pending = new Stack<Node>([node]);
        while (pending.TryPop(out var lost))
        {
            if (lost.File is { Kind: ImageFileKind.File, Size: > 0 } file)
            {
                _wasted.Add(new WastedFile(file.Path, file.Size, lost.Layer, layer, isDeleted));
            }

            if (withChildren && lost.Children is { } children)
            {
                foreach (var child in children.Values)
                {
                    pending.Push(child);
                }

                lost.Children = null;
            }
        }
    }

    // Mutable: there are as many as the image has paths.
    private sealed class Node
    {
        internal Dictionary<string, Node>? Children { get; set; }

        internal ImageFile? File { get; set; }

        internal int Layer { get; set; } = int.MaxValue;
    }
}
