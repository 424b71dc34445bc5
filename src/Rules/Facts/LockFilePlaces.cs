using System.IO.Enumeration;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>Where in a file lock files come into the stages; each stage is looked through once for a name.</summary>
internal sealed class LockFilePlaces(Transfers transfers)
{
    private readonly Dictionary<(Stage Stage, string LockFile), (int? First, Dictionary<string, int> Folders)> _own = [];
    private readonly Dictionary<(Stage Stage, string LockFile), int?> _first = [];

    /// <summary>
    /// Whether something before a place in a stage, or in a stage below, brings a file that has the name or fits a pattern.
    /// </summary>
    internal bool IsThere(Stage stage, string lockFile, int before) => First(stage, lockFile) < before;

    /// <summary>Whether something before a place in the stage itself brings the file of that name into a folder.</summary>
    internal bool IsIn(Stage stage, string lockFile, string folder, int before) =>
        Own(stage, lockFile).Folders.TryGetValue(folder, out var start) && start < before;

    // A stage stands behind those it starts from.
    private int? First(Stage stage, string lockFile)
    {
        var open = new Stack<Stage>();
        var below = stage;
        for (; below is not null && !_first.ContainsKey((below, lockFile)); below = below.Base.Stage)
        {
            open.Push(below);
        }

        var first = below is null ? null : _first[(below, lockFile)];
        while (open.TryPop(out var next))
        {
            _first[(next, lockFile)] = first ??= Own(next, lockFile).First;
        }

        return first;
    }

    // A pattern says that the file is there, too; COPY . . does not.
    private (int? First, Dictionary<string, int> Folders) Own(Stage stage, string lockFile)
    {
        if (_own.TryGetValue((stage, lockFile), out var known))
        {
            return known;
        }

        int? first = null;
        var folders = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var transfer in transfers.Of(stage))
        {
            var start = transfer.Step.Instruction.Span.Start;
            if (transfer.Sources.Any(source =>
                source.FileName is { Length: > 1 } name && name != "*" && name.Contains('.', StringComparison.Ordinal)
                && FileSystemName.MatchesSimpleExpression(name, lockFile, ignoreCase: false)))
            {
                first ??= start;
            }

            if (transfer.Step.Instruction == transfer.Instruction && transfer.Sources.Any(source => source.FileName == lockFile)
                && FolderOf(transfer, lockFile) is { } folder)
            {
                folders.TryAdd(folder, start);
            }
        }

        return _own[(stage, lockFile)] = (first, folders);
    }

    private static string? FolderOf(Transfer transfer, string lockFile)
    {
        var before = transfer.Step.Before;
        var target = transfer.Destination.Text is { } path
            ? BuildPath.Combine(before.Workdir ?? (before.HasWorkdir ? null : BuildPath.Base), path) : null;
        return target is not null && target.EndsWith("/" + lockFile, StringComparison.Ordinal) ? BuildPath.Combine(target, "..") : target;
    }
}
