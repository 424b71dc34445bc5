using System.Text;
using Dockerlint.Linting;
using Dockerlint.Text;
using Dockerlint.Verification;
using Xunit;

namespace Dockerlint.Tests;

public sealed class SecretMaskTests
{
    private static readonly SecretMask s_mask = new([new BuildSecret("key", Encoding.UTF8.GetBytes("correct horse\nbattery staple\n"))]);

    [Fact]
    public void A_secret_that_the_engine_cuts_in_two_is_still_found()
    {
        var log = new LogTail(s_mask);
        Assert.Empty(log.Add("value: correct h"));
        Assert.Equal(["value: ***"], log.Add("orse\nbattery "));
        log.Add("staple");
        Assert.Equal(["value: ***", "***"], log.Lines);
    }

    [Fact]
    public void A_secret_at_the_end_of_a_line_that_is_cut_is_not_shown_in_part()
    {
        var log = new LogTail(s_mask);
        var line = Assert.Single(log.Add(new string('x', 1995) + "correct horse\n"));
        Assert.DoesNotContain("corr", line, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_container_writes_of_it_is_taken_out_of_the_report()
    {
        var report = new VerificationReport
        {
            RunId = "1",
            EngineVersion = "1",
            Findings = [new Diagnostic("DK9201", Severity.Error, "its last lines: correct horse", new TextSpan(0, 1))],
            Container = new ContainerObservation
            {
                Log = ["battery staple"],
                StartError = "correct horse",
                HealthOutput = "correct horse",
                CommandLine = ["correct horse"]
            },
            Layers = [new LayerReport(1, "RUN echo correct horse", 1, 1, false)],
            NotChecked = ["correct horse"],
            Problem = "correct horse",
        };
        using var json = new MemoryStream();
        var masked = s_mask.Apply(report);
        VerificationJson.Write(masked, masked.Findings, SourceText.From("FROM x\n", "Dockerfile"), json);
        var text = Encoding.UTF8.GetString(json.ToArray())
            + VerificationHtml.Write(masked, masked.Findings, SourceText.From("FROM x\n", "Dockerfile"));
        Assert.DoesNotContain("horse", text, StringComparison.Ordinal);
        Assert.DoesNotContain("staple", text, StringComparison.Ordinal);
        Assert.Contains("***", text, StringComparison.Ordinal);
    }
}
