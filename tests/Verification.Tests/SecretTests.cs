using System.Text;
using Dockerlint.Semantics.Context;
using Dockerlint.Syntax;
using Dockerlint.Verification;
using Xunit;

namespace Dockerlint.Tests;

public sealed class SecretTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    private const string Value = "correct horse battery staple";

    [Theory]
    [InlineData("modern")]
    public async Task A_secret_reaches_the_step_that_mounts_it_and_nothing_else(string kind)
    {
        var lines = new List<string>();
        var report = await VerifyAsync(
            kind, $"RUN --mount=type=secret,id=key,required=true test \"$(wc -c < /run/secrets/key)\" = {Value.Length} && cat "
            + "/run/secrets/key && exit 7",
            new Lines(lines), new BuildSecret("key", Encoding.UTF8.GetBytes(Value)));
        var finding = Assert.Single(report.Findings);
        Assert.Contains("exit code: 7", finding.Message, StringComparison.Ordinal);
        Assert.Contains("***", finding.Message, StringComparison.Ordinal);
        using var buffer = new MemoryStream();
        VerificationJson.Write(
            report, report.Findings, Dockerlint.Text.SourceText.From("FROM x\nRUN " + new string('x', 1000) + "\n"), buffer);
        Assert.DoesNotContain(lines, line => line.Contains("horse", StringComparison.Ordinal));
        Assert.DoesNotContain("horse", Encoding.UTF8.GetString(buffer.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_large_secret_arrives_whole()
    {
        var value = new byte[BuildSecret.Largest];
        Array.Fill(value, (byte)'x');
        var report = await VerifyAsync("modern", $"RUN --mount=type=secret,id=key test \"$(wc -c < /run/secrets/key)\" = {value.Length}",
            null, new BuildSecret("key", value));
        Assert.Empty(report.Findings);
    }

    [Fact]
    public async Task A_secret_that_is_not_given_and_not_required_is_no_failure()
    {
        var report = await VerifyAsync("modern", "RUN --mount=type=secret,id=key test ! -e /run/secrets/key", null);
        Assert.Null(report.Problem);
        Assert.Empty(report.Findings);
    }

    [Fact]
    public async Task A_secret_that_is_required_and_not_given_fails_at_its_line()
    {
        var report = await VerifyAsync("modern", "RUN --mount=type=secret,id=key,required=true true", null);
        Assert.Contains("key", Assert.Single(report.Findings).Message, StringComparison.Ordinal);
    }

    private async Task<VerificationReport> VerifyAsync(
        string kind, string run, IProgress<BuildProgress>? progress, params BuildSecret[] secrets)
    {
        var engine = await fixture.OpenAsync(kind);
        var dockerfile = $"FROM {engine.BaseName}\n{run} # {Guid.NewGuid()}\nUSER 1000\n";
        var bytes = Encoding.UTF8.GetBytes(dockerfile);
        var entry = new ContextEntry(
            "Dockerfile", ContextEntryKind.File)
        { Mode = 0b110_100_100, Size = bytes.Length, Content = ContextContent.FromBytes(bytes) };
        var context = BuildContext.FromMemory(ContextManifest.Create([entry]), new Dictionary<string, byte[]> { ["Dockerfile"] = bytes });
        var build = new BuildRequest(context, "Dockerfile") { Secrets = [.. secrets] };
        var request = new VerifyRequest(DockerfileParser.Parse(dockerfile), build) { RunsContainer = false, ReadsImage = false };
        return await new Verifier(engine.Connection, progress).RunAsync(request, TestContext.Current.CancellationToken);
    }

    private sealed class Lines(List<string> lines) : IProgress<BuildProgress>
    {
        public void Report(BuildProgress value) => lines.Add(value.Step + value.Text);
    }
}
