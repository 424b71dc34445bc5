using Dockerlint.Cache;
using Dockerlint.Semantics;

namespace Dockerlint.Verification;

/// <summary>Holds an image that lies in a file or a folder to its Dockerfile, as far as that goes without an engine.</summary>
public static class ArchiveVerifier
{
    /// <summary>Verifies the output of <c>docker save</c>, an OCI archive, or a folder with an OCI layout.</summary>
    /// <param name="path">The file or the folder.</param>
    /// <param name="request">What is looked at; the build in it is not made.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InvalidDataException">It is no image.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static async Task<VerificationReport> RunAsync(string path, VerifyRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(request);
        var (contents, files) = await WantedContents.ReadAsync(
            Expectation.Paths(request.Expectations), wanted => ReadAsync(path, wanted, cancellation));
        var dockerfile = request.HasDockerfile ? request.Tree : HistoryText.ToDockerfile(contents.Config, path);
        var plan = LayerPlan.Create(new BuildState(dockerfile, request.Build.Context.Manifest, new BuildSettings()));
        var findings = new FindingList(plan);
        var open = new List<string>();
        var report = new VerificationReport { RunId = "", EngineVersion = "" };
        report = new ImageInspection(plan, request, findings)
            .Run(report, contents, files, LayerOrigins.Find(plan, contents, isMarked: false), open);
        if (request.Comparison is { Inventory: { } other } comparison)
        {
            report = report with { Comparison = ImageComparison.Of(other, report.Inventory ?? ImageInventory.Of(contents, files)) };
            report.Comparison.Report(comparison, findings);
        }

        await new ExpectationCheck(null, null, request, contents.Config, files, findings).RunAsync("", open, cancellation);
        if (request.RunsContainer)
        {
            open.Add("the running container: an archive is read and not run; --no-run says that this is meant");
        }

        return VerificationWork.Finish(report, findings, open, request.Accepted) with { Tree = request.HasDockerfile ? null : dockerfile };
    }

    private static async Task<ImageContents> ReadAsync(string path, IReadOnlyList<string> wanted, CancellationToken cancellation)
    {
        var reader = new ImageArchiveReader(ImageReadLimits.Default, hashesFiles: false, wanted);
        if (Directory.Exists(path))
        {
            return await reader.ReadFolderAsync(path, cancellation);
        }

        await using var stream = File.OpenRead(path);
        return await reader.ReadAsync(stream, cancellation);
    }
}
