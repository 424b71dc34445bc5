using Dockerlint.Linting;
using Dockerlint.Reporting;
using Dockerlint.Session;
using Dockerlint.Text;
using Dockerlint.Workspace;

namespace Dockerlint.Cli;

/// <summary>
/// Fixes the files of one run. The fixing itself may happen on several threads; files are written, and diffs shown, one after the
/// other in the order of the files.
/// </summary>
internal sealed class FixRun(FixRequest request)
{
    private readonly FixSelection _bolder = request.Selection with { Most = Applicability.Unsafe };
    private int _fixes;
    private int _files;
    private int _left;

    /// <summary>Whether a file could not be written.</summary>
    internal bool HasFailed { get; private set; }

    /// <summary>Fixes a text in memory.</summary>
    internal FixProposal Fix(
        Linter linter, IReadOnlyList<LintInput> inputs, IReadOnlyList<string> ignorePaths, Func<FormatStyle> style)
    {
        var loop = new FixLoop(linter, request.Selection);
        return new(inputs[0].Source, FixedLayout.Keep(loop, inputs, loop.Run(inputs), style), ignorePaths);
    }

    /// <summary>Writes a fixed file and says what is left in it or, on a dry run, shows the difference and says what is in it.</summary>
    internal FileResult Settle(FixProposal proposal)
    {
        var (source, result, ignorePaths) = proposal;
        var isChanged = result.Source.Text != source.Text;
        Tell(result);
        if (request.IsDryRun)
        {
            ChangeOutput.Print(UnifiedDiff.Write(ChangeOutput.DiffPath(source.Path), source.Text, result.Source.Text));
        }
        else if (source.Path == "-")
        {
            ChangeOutput.Print(result.Source.Text);
        }
        else if (isChanged && ChangeOutput.Write(source, result.Source) is { } problem)
        {
            Problems.Tell($"cannot write {source.Path}: {problem}");
            HasFailed = true;
            return new FileResult(source, result.Before.Diagnostics);
        }

        if (result.IgnoreLines.Count > 0 && ignorePaths.Any(path => !AddIgnoreLines(path, result.IgnoreLines)))
        {
            return new FileResult(source, result.Before.Diagnostics);
        }

        _fixes += result.Applied.Count;
        _files += isChanged ? 1 : 0;
        _left += result.After.Diagnostics.Count(finding =>
            request.Selection.Choose(finding) is null && _bolder.Choose(finding) is not null);
        return request.IsDryRun ? new FileResult(source, result.Before.Diagnostics)
            : new FileResult(result.Source, result.After.Diagnostics);
    }

    /// <summary>Says on standard error what came of it all.</summary>
    internal void WriteSummary()
    {
        Console.Error.WriteLine($"{(request.IsDryRun ? "would fix" : "fixed")} {Count(_fixes, "finding")} in {Count(_files, "file")}"
            + (_left > 0 ? $"; --unsafe-fixes would fix {_left} more" : ""));
    }

    // Files of one run may share a .dockerignore file, so it is read anew.
    private bool AddIgnoreLines(string path, IReadOnlyList<string> lines)
    {
        var isThere = DiskPath.Exists(path);
        byte[] bytes = [];
        var problem = isThere ? SourceTree.Around(path).Refuse(path) ?? RegularFile.TryRead(path, ReadLimit.IgnoreFile, out bytes) : null;
        var before = SourceText.FromBytes(bytes, path);
        var after = LintContext.AddLines(before.Text, lines);
        if (problem is null && after != before.Text)
        {
            _files++;
            if (request.IsDryRun)
            {
                ChangeOutput.Print(UnifiedDiff.Write(ChangeOutput.DiffPath(path), isThere ? before.Text : null, after));
                return true;
            }

            problem = isThere ? ChangeOutput.Write(path, bytes, before.WithText(after).ToBytes())
                : AtomicFile.TryCreate(path, SourceText.Encode(after));
        }

        if (problem is not null)
        {
            Problems.Tell($"cannot write {path}: {problem}");
            HasFailed = true;
        }

        return problem is null;
    }

    private static string Count(int number, string noun) => $"{number} {noun}{(number == 1 ? "" : "s")}";

    private static void Tell(FixResult result)
    {
        foreach (var (finding, fix, reason) in result.Rejected)
        {
            var (line, column) = result.Source.Lines.GetPosition(finding.Span.Start);
            Problems.Tell($"{result.Source.Path}:{line}:{column}: the fix of {finding.RuleId} ({fix.Title}) was undone: {reason}");
        }

        if (!result.IsFinished)
        {
            Problems.Tell($"{result.Source.Path}: stopped after {FixLoop.MostRounds} rounds of fixes; run again to go on");
        }
    }
}
