using Dockerlint.Semantics;
using Dockerlint.Semantics.Context;
using Dockerlint.Syntax;

namespace Dockerlint.Linting.Scripts;

/// <summary>Which files of the build context stand where in a stage.</summary>
internal sealed class ArrivedFiles(ContextManifest sent, ArrivedFiles? below)
{
    private readonly List<(string Image, string Context, bool IsFolder)> _files = below is null ? [] : [.. below._files];

    /// <summary>Adds what a COPY or ADD brings.</summary>
    internal void Add(FileTransferInstruction transfer, InstructionState before)
    {
        if (TransferPaths.Destination(transfer, before.Variables) is not { Length: > 0 } target
            || Absolute(target, before) is not { } place)
        {
            return;
        }

        var sources = TransferPaths.Sources(transfer, before.Variables);
        foreach (var source in sources.OfType<string>().Where(source => !source.Contains("://", StringComparison.Ordinal)))
        {
            var path = ContextPath.FromRoot(source);
            foreach (var file in PathGlob.IsPattern(path)
                ? sent.Entries.Where(entry => PathGlob.IsMatch(path, entry.Path)).Select(entry => entry.Path) : [path])
            {
                // Which of both it is shows where it is looked for: a file is no folder.
                Add(place, file, target is [.., '/'] or "." || sources.Count > 1);
            }
        }
    }

    /// <summary>The same with what the mounts of a RUN bring.</summary>
    internal ArrivedFiles With(RunInstruction run, InstructionState before)
    {
        var mounts = run.Mounts.Where(mount => mount.Type is MountType.Bind or null && mount.Value("from") is null)
            .Select(mount => (Target: mount.Value("target"), Source: mount.Value("source") ?? ""))
            .Where(mount => mount.Target is not null && !(mount.Target + mount.Source).Contains('$', StringComparison.Ordinal)).ToList();
        if (mounts.Count == 0)
        {
            return this;
        }

        var all = new ArrivedFiles(sent, this);
        foreach (var (target, source) in mounts)
        {
            if (Absolute(target!, before) is { } place)
            {
                all.Add(place, ContextPath.FromRoot(source), isInFolder: false);
            }
        }

        return all;
    }

    /// <summary>The file of the context that was copied to a place last; null when none was.</summary>
    internal string? Find(string place)
    {
        for (var i = _files.Count - 1; i >= 0; i--)
        {
            var (image, context, isFolder) = _files[i];
            var path = !isFolder ? image == place ? context : null
                : image == "/" ? ContextPath.Join(context, place[1..])
                : place.StartsWith(image + "/", StringComparison.Ordinal) ? ContextPath.Join(context, place[(image.Length + 1)..]) : null;
            if (path is not null && sent.Find(path) is { Kind: ContextEntryKind.File })
            {
                return path;
            }
        }

        return null;
    }

    private static string? Absolute(string path, InstructionState before) => path.StartsWith('/') ? ContextPath.Clean(path)
        : before.Workdir is { } folder ? ContextPath.Clean("/" + folder + "/" + path) : null;

    private void Add(string place, string path, bool isInFolder)
    {
        if (path.Length == 0 || sent.Find(path) is not { Kind: ContextEntryKind.File })
        {
            _files.Add((place, path, true));
            return;
        }

        _files.Add((ContextPath.Clean(place + "/" + ContextPath.Base(path)), path, false));
        if (!isInFolder)
        {
            _files.Add((place, path, false));
        }
    }
}
