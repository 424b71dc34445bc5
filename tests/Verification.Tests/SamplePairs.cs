using System.Collections.Immutable;
using System.Globalization;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Testing;
using Dockerlint.Verification;
using Dockerlint.Workspace;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>Runs the pairs of samples/verify: the first line of a broken one says which rule finds it, and where.</summary>
internal static class SamplePairs
{
    private const string Broken = ".breaks.Dockerfile";

    internal static string Folder => RepositoryRoot.Combine("samples", "verify");

    internal static TheoryData<string> Names =>
        [.. Directory.EnumerateFiles(Folder, "*" + Broken).Select(file => Path.GetFileName(file)[..^Broken.Length])
            .Order(StringComparer.Ordinal)];

    internal static async Task CheckBrokenAsync(TestEngine engine, string name, Builder builder)
    {
        var report = await VerifyAsync(engine, name + Broken, name, builder);
        var words = (await File.ReadAllLinesAsync(Path.Combine(Folder, name + Broken)))[0].TrimEnd('.').Split(' ');
        var (rule, line) = (words[2], int.Parse(words[^1], CultureInfo.InvariantCulture));
        Assert.Null(report.Problem);
        Assert.Contains((rule, line), report.Findings.Select(finding => (finding.RuleId, Line(name + Broken, finding))));

        // A program that is not there cannot start either.
        Assert.All(report.Findings, finding =>
            Assert.True(finding.RuleId == rule || (rule, finding.RuleId) == ("DK9207", "DK9201"), finding.ToString()));
        Assert.Empty(report.Left);
    }

    internal static async Task CheckKeptAsync(TestEngine engine, string name, Builder builder)
    {
        var report = await VerifyAsync(engine, name + ".keeps.Dockerfile", name, builder);
        Assert.Null(report.Problem);
        Assert.Empty(report.Findings);
        Assert.Empty(report.NotChecked);
        Assert.Equal(1000, report.Container!.UserId);
        Assert.Empty(report.Left);
    }

    private static async Task<VerificationReport> VerifyAsync(TestEngine engine, string dockerfile, string name, Builder builder)
    {
        var files = WorkspaceReader.ReadDirectory(Folder, dockerfile, builder).Files!;
        var build = new BuildRequest(
            BuildContext.FromFiles(files.Context, path => RegularFile.Open(Path.Combine(Folder, path))), dockerfile)
        {
            Builder = builder,
            BuildArguments = ImmutableDictionary<string, string>.Empty.Add("BASE", engine.BaseName),
        };
        var request = new VerifyRequest(DockerfileParser.Parse(files.Dockerfile), build)
        {
            ChecksReproducibility = name == "reproducible",
            Limits = name == "size" ? new ImageLimits { MaxSize = 10_000_000 } : new ImageLimits(),
            Container = new ContainerOptions
            {
                Wait = TimeSpan.FromSeconds(1.5),
                StopGrace = TimeSpan.FromSeconds(4),
                HealthTimeout = TimeSpan.FromSeconds(6),
            },
        };
        return await new Verifier(engine.Connection).RunAsync(request, TestContext.Current.CancellationToken);
    }

    private static int Line(string dockerfile, Diagnostic finding) =>
        WorkspaceReader.ReadDirectory(Folder, dockerfile, Builder.BuildKit).Files!.Dockerfile.Lines.GetLine(finding.Span.Start);
}
