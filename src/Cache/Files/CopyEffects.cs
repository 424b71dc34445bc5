using Dockerlint.Semantics.Context;

namespace Dockerlint.Cache;

/// <summary>What COPY and WORKDIR do to the files of a stage.</summary>
internal static class CopyEffects
{
    internal static StageFiles Apply(StageFiles files, StepEffect.Copy copy, Func<StageFileUse, StageFiles> source)
    {
        foreach (var item in copy.Sources)
        {
            if (item.Text is { } text)
            {
                files = PutFile(files, copy, item.Name, StageNode.File(FileContent.OfText(text), copy.Mode ?? "644", copy.Owner ?? "0:0"));
            }
            else if (item.Stage is { } use)
            {
                files = FromStage(files, copy, use, source(use));
            }
            else
            {
                files = FromContext(files, copy, item.ContextPath!, item.Context!);
            }
        }

        return files;
    }

    /// <summary>The files after a copy whose files are not followed: where they arrive has a new identity, the rest stays.</summary>
    internal static StageFiles ApplyUnseen(StageFiles files, StepEffect.Copy copy, string identity)
    {
        var target = files.Find(copy.Destination).Path;
        return files.With(
            target, new StageNode(StageNodeKind.Directory, "755", "0:0") { Below = $"({files.Describe(copy.Destination)})+{identity}" });
    }

    private static StageFiles FromContext(StageFiles files, StepEffect.Copy copy, string source, ContextManifest context)
    {
        var paths = PathGlob.IsPattern(source)
            ? context.Entries.Select(entry => entry.Path).Where(path => PathGlob.IsMatch(ContextPath.FromRoot(source), path))
            : [ContextPath.FromRoot(PathGlob.Unescape(source))];
        foreach (var path in paths)
        {
            if (context.Resolve(path) is not { } resolved)
            {
                continue;
            }

            var entry = context.Find(resolved);
            if (entry is not null && entry.Kind != ContextEntryKind.Directory)
            {
                files = PutFile(files, copy, ContextPath.Base(path), StageFiles.NodeOf(entry, copy.Owner ?? "0:0", copy.Mode));
                continue;
            }

            var target = copy.Destination.Trim('/');
            files = files.WithDirectory(
                target, copy.Mode ?? (entry?.Mode is { } mode ? Convert.ToString(mode, 8) : "755"), copy.Owner ?? "0:0");
            target = files.Find(target).Path;
            foreach (var below in context.Below(resolved))
            {
                var node = StageFiles.NodeOf(below, copy.Owner ?? "0:0", copy.Mode);
                files = Put(files, ContextPath.Join(target, resolved.Length == 0 ? below.Path : below.Path[(resolved.Length + 1)..]), node);
            }
        }

        return files;
    }

    private static StageFiles FromStage(StageFiles files, StepEffect.Copy copy, StageFileUse use, StageFiles source)
    {
        if (use.IsPattern)
        {
            // Which files these are is not followed; where they arrive has a new identity.
            return files.With(copy.Destination.Trim('/'), new StageNode(StageNodeKind.Directory, "755", "0:0")
            {
                Below = $"({files.Describe(copy.Destination)})+({source.DescribeMatches(use.Path.TrimStart('/'))})",
            });
        }

        var found = source.Find(use.Path);
        if (found.Node is null)
        {
            return PutFile(files, copy, ContextPath.Base(use.Path), StageNode.File(
                FileContent.OfIdentity("at " + found.Unseen), copy.Mode ?? "as " + found.Unseen, copy.Owner ?? "0:0"));
        }

        if (found.Node.Kind != StageNodeKind.Directory)
        {
            return PutFile(files, copy, ContextPath.Base(use.Path), Owned(found.Node, copy));
        }

        var target = copy.Destination.Trim('/');
        if (found.Node.Below is { } below)
        {
            return files.With(
                target, new StageNode(
                StageNodeKind.Directory, "755", "0:0")
                { Below = $"({files.Describe(target)})+({source.Describe(use.Path)}|{below})" });
        }

        files = files.WithDirectory(target, copy.Mode ?? found.Node.Mode, copy.Owner ?? found.Node.Owner);
        target = files.Find(target).Path;
        foreach (var (name, node) in source.Below(found.Path))
        {
            files = Put(files, ContextPath.Join(target, name), Owned(node, copy));
        }

        return files;
    }

    private static StageNode Owned(StageNode node, StepEffect.Copy copy) =>
        node with { Owner = copy.Owner ?? node.Owner, Mode = node.Kind == StageNodeKind.Link ? "" : copy.Mode ?? node.Mode };

    private static StageFiles PutFile(StageFiles files, StepEffect.Copy copy, string name, StageNode node)
    {
        var destination = copy.Destination.Trim('/');
        var isDirectory = copy.IsDirectoryDestination || files.Find(destination).Node?.Kind == StageNodeKind.Directory;
        if (isDirectory)
        {
            files = files.WithDirectory(destination, "755", "0:0");
        }

        destination = files.Find(destination).Path;
        return files.With(isDirectory ? ContextPath.Join(destination, name) : destination, node);
    }

    private static StageFiles Put(StageFiles files, string path, StageNode node)
    {
        if (node.Kind != StageNodeKind.Directory
            || files.Find(path, followsLast: false) is not { Node: { Kind: StageNodeKind.Directory } existing } found)
        {
            return node.Kind == StageNodeKind.Directory ? files.WithDirectory(path, node.Mode, node.Owner) : files.With(path, node);
        }

        return files.Changed(found.Path, existing with { Mode = node.Mode, Owner = node.Owner });
    }
}
