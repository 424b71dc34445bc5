using System.Text;
using Dockerlint.Optimizer;
using Dockerlint.Reporting;
using Dockerlint.Semantics;
using Dockerlint.Session;
using Dockerlint.Workspace;

namespace Dockerlint.Cli;

/// <summary>The lines that an optimizer adds to the .dockerignore file of a build.</summary>
/// <param name="Path">The file, which need not exist, as it is shown.</param>
/// <param name="FullPath">Where it is.</param>
/// <param name="Before">Its bytes; null when there is none.</param>
/// <param name="After">Its bytes with the lines; null when there are none to add.</param>
internal sealed record IgnoreFileChange(string Path, string FullPath, byte[]? Before, byte[]? After)
{
    /// <summary>The change for what was found: only lines that leave the image as it is.</summary>
    internal static IgnoreFileChange Of(HistoryRequest request, Optimization found)
    {
        // BuildKit reads the file named after the Dockerfile in place of the common one.
        var own = request.File + ".dockerignore";
        var name = request.Build.Builder == Builder.BuildKit && DiskPath.Exists(System.IO.Path.Combine(request.Context, own)) ? own
            : ".dockerignore";
        var full = System.IO.Path.Combine(request.Context, name);
        var before = WorkspaceReader.ReadIgnoreFile(full, out _);
        var lines = found.Ignored.Where(proposal => proposal.KeepsImage).SelectMany(proposal => proposal.Lines).ToList();
        if (lines.Count == 0 || (before is null && DiskPath.Exists(full)))
        {
            return new IgnoreFileChange(name, full, before, null);
        }

        var text = before is null ? "" : Encoding.Latin1.GetString(before);
        var newline = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var head = text.Length > 0 && !text.EndsWith('\n') ? newline : "";
        return new IgnoreFileChange(name, full, before,
            [.. before ?? [], .. Encoding.UTF8.GetBytes(head + string.Concat(lines.Select(line => line + newline)))]);
    }

    /// <summary>Writes it; null when that went well or there is nothing to write, else what went wrong.</summary>
    internal string? Write()
    {
        if (After is null)
        {
            return null;
        }

        var failure = Before is null ? AtomicFile.TryCreate(FullPath, After) : AtomicFile.TryReplace(FullPath, Before, After, out _);
        return failure is null ? null : $"cannot write {FullPath}: {failure}";
    }

    /// <summary>The change as a unified diff; empty when there is none.</summary>
    internal string Diff() => After is null ? ""
        : UnifiedDiff.Write(FullPath.StartsWith("./", StringComparison.Ordinal) ? FullPath[2..] : FullPath,
            Before is null ? null : Encoding.UTF8.GetString(Before), Encoding.UTF8.GetString(After));
}
