using Dockerlint.Semantics.Context;

namespace Dockerlint.Cache;

/// <summary>The files of a stage while the commands of a step change them, and the folder these run in.</summary>
internal sealed class StepFiles
{
    private readonly string _result;

    internal StepFiles(StageFiles files, StepEffect.Run step, string result, string image)
    {
        Files = files;
        Step = step;
        Image = image;
        _result = result;
        Folder = step.WorkingDirectory;
        Owner = step.User is "" or "root" or "0" ? "0:0" : KeyState.IsUnknown(step.User) ? $"{step.User} {image}" : step.User;
    }

    /// <summary>The step.</summary>
    internal StepEffect.Run Step { get; }

    /// <summary>An identity of the base image, whose tools run.</summary>
    internal string Image { get; }

    /// <summary>The files as they are now.</summary>
    internal StageFiles Files { get; set; }

    /// <summary>The folder that commands run in.</summary>
    internal string Folder { get; set; }

    /// <summary>Whose files come to be.</summary>
    internal string Owner { get; set; }

    /// <summary>Whether a path was met that nobody knows.</summary>
    internal bool IsLost { get; private set; }

    /// <summary>Whether a command was met that may fail.</summary>
    internal bool MayFail { get; set; }

    /// <summary>The real path without a leading slash, from the folder.</summary>
    internal string Path(string path)
    {
        // Below a working directory that nobody knows nothing can be followed.
        IsLost |= KeyState.IsUnknown(path) || (!path.StartsWith('/') && KeyState.IsUnknown(Folder));
        return ContextPath.FromRoot(path.StartsWith('/') ? path : Folder + "/" + path);
    }

    /// <summary>Where a path leads.</summary>
    internal StagePath Find(string path, bool followsLast = true) => Files.Find(Path(path), followsLast);

    /// <summary>Goes to a folder; false when that is none.</summary>
    internal bool Enter(string path)
    {
        var found = Find(path);
        if (found.IsMissing || found.Node is { Kind: not StageNodeKind.Directory })
        {
            return false;
        }

        MayFail |= found.Node is null;
        Folder = "/" + Path(path);
        return true;
    }

    /// <summary>The content of a file; null when there is none that counts.</summary>
    internal FileContent? Read(string path)
    {
        var found = Find(path);
        MayFail |= found.Unseen is not null;
        return IsForeign(found.Path) ? null
            : found.Unseen is { } unseen ? FileContent.OfIdentity("at " + unseen)
            : found.Node?.Kind == StageNodeKind.File ? found.Node.Content
            : null;
    }

    /// <summary>Puts a content into a file; false when that cannot be followed.</summary>
    internal bool Write(string path, FileContent content, bool appends)
    {
        var found = Find(path);
        if (IsForeign(found.Path) || found.Node?.Kind == StageNodeKind.Directory)
        {
            return false;
        }

        var old = found.Node?.Content
            ?? (found.Unseen is { } unseen && !IsFresh(unseen) ? FileContent.OfIdentity("at " + unseen) : FileContent.Empty);
        content = appends ? old.Append(content) : content;
        Files = Files.With(found.Path, (found.Node ?? NewFile(found, FileContent.Empty)) with { Content = content });
        return true;
    }

    /// <summary>A content that nobody can foresee.</summary>
    internal FileContent Unforeseen(string output) => FileContent.OfIdentity($"run:{_result}/{output}");

    /// <summary>
    /// A file that a command makes. A path nobody has seen in a base image is taken to be new; behind a command that was not followed that
    /// is not known.
    /// </summary>
    internal StageNode NewFile(StagePath found, FileContent otherwise) => found.Unseen is { } unseen && !IsFresh(unseen)
        ? StageNode.File(otherwise, "644 or " + unseen, Owner + " or " + unseen)
        : StageNode.File(FileContent.Empty, "644", Owner);

    /// <summary>Whether a path is no part of the image: the kernel's and the engine's own files, and what is mounted.</summary>
    internal bool IsForeign(string path) =>
        Step.MountTargets.Any(target => path == target || path.StartsWith(target + "/", StringComparison.Ordinal))
        || path.StartsWith("proc/", StringComparison.Ordinal) || path.StartsWith("sys/", StringComparison.Ordinal)
        || path.StartsWith("dev/", StringComparison.Ordinal) || path is "etc/hosts" or "etc/hostname" or "etc/resolv.conf";

    private static bool IsFresh(string unseen) => unseen.StartsWith("image:", StringComparison.Ordinal);
}
