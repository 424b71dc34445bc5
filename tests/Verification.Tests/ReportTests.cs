using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Dockerlint.Linting;
using Dockerlint.Testing;
using Dockerlint.Text;
using Dockerlint.Verification;
using Xunit;

namespace Dockerlint.Tests;

public sealed class ReportTests
{
    private const string Hostile = "<script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">\u202Eevil";

    private static readonly SourceText s_source = SourceText.From("FROM scratch\nCMD [\"x\"]\n", "Dockerfile");

    private static readonly VerificationReport s_report = new()
    {
        RunId = "1",
        EngineVersion = Hostile,
        ImageId = "sha256:1",
        Layers =
        [
            new LayerReport(1, "base", 1000, 1, true),
            new LayerReport(2, Hostile, 4000, 2,
                false) { Largest = [new ImageFile("\"><script>document.title='taken'</script>", ImageFileKind.File, 4000)] },
        ],
        Wasted = [new WastedFile(Hostile, 10, 0, 1, true)],
        Steps = [new StepTiming(1, Hostile, false, TimeSpan.FromSeconds(1.5))],
        NotChecked = [Hostile],
    };

    private static readonly Diagnostic[] s_findings = [new("DK9201", Severity.Error, Hostile, new TextSpan(13, 3))];

    [Fact]
    public void The_page_shows_everything_in_a_browser_and_runs_nothing_of_it()
    {
        var browser = new[] { "chromium", "chromium-browser", "google-chrome" }
            .SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
        Assert.SkipWhen(browser is null, "no Chromium on the PATH");
        using var folder = new TemporaryFolder();
        folder.Write("report.html", VerificationHtml.Write(s_report, s_findings, s_source));
        var page = Dump(browser!, folder);
        Assert.Contains("<title>Verification of Dockerfile</title>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<title>taken", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.Equal(3, Count(page, "<div class=\"bar")); // two layers, and the step that took time
        Assert.Contains("width:25%", page, StringComparison.Ordinal);
        Assert.Contains("DK9201", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_escapes_what_comes_from_images_and_logs()
    {
        var page = VerificationHtml.Write(s_report, s_findings, s_source);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202E", page, StringComparison.Ordinal);
        Assert.Contains("\\u202eevil", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_JSON_report_and_the_times_can_be_read_back()
    {
        using var buffer = new MemoryStream();
        VerificationJson.Write(s_report, s_findings, s_source, buffer);
        using var report = JsonDocument.Parse(buffer.ToArray());
        Assert.Equal(5000, report.RootElement.GetProperty("size").GetInt64());
        Assert.Equal(2, report.RootElement.GetProperty("findings")[0].GetProperty("line").GetInt32());
        Assert.Equal(Hostile.Replace("\u202E", "\\u202e", StringComparison.Ordinal), report.RootElement.GetProperty("findings")[0]
            .GetProperty("message").GetString());

        using var times = new MemoryStream();
        VerificationJson.WriteTimings(
            s_report with { Steps = [.. s_report.Steps, new StepTiming(2, "RUN x", true, TimeSpan.FromSeconds(9))] }, s_source, times);
        using var read = JsonDocument.Parse(times.ToArray());
        var step = Assert.Single(read.RootElement.GetProperty("steps").EnumerateArray());
        Assert.Equal(1.5, step.GetProperty("seconds").GetDouble());
    }

    [Fact]
    public void JUnit_has_a_case_for_each_promise_kept_broken_and_not_checked()
    {
        using var writer = new StringWriter();
        VerificationJUnit.Write(
            s_report with { Kept = [new KeptPromise("DK9001", "the image builds", new TextSpan(0, 4))], Skipped = ["stop signal: a job"] },
            s_findings, s_source, writer);
        var suite = System.Xml.Linq.XDocument.Parse(writer.ToString()).Root!.Element("testsuite")!;
        Assert.Equal(["4", "1", "2"], new[] { "tests", "failures", "skipped" }.Select(name => (string)suite.Attribute(name)!));
        var cases = suite.Elements("testcase").ToList();
        Assert.Equal(["", "failure", "skipped", "skipped"], cases.Select(one => one.Elements().FirstOrDefault()?.Name.LocalName ?? ""));
        Assert.Equal("DK9001: the image builds", (string)cases[0].Attribute("name")!);
    }

    [Fact]
    public void What_is_kept_and_what_is_not_checked_is_on_the_page_and_in_JSON()
    {
        var report = s_report with { Kept = [new KeptPromise("DK9001", "the image builds", new TextSpan(0, 4))] };
        var page = VerificationHtml.Write(report, [], s_source);
        Assert.Contains("Promises kept", page, StringComparison.Ordinal);
        Assert.Contains("the image builds", page, StringComparison.Ordinal);
        Assert.Contains("Not checked", page, StringComparison.Ordinal);
        using var buffer = new MemoryStream();
        VerificationJson.Write(report, [], s_source, buffer);
        using var json = JsonDocument.Parse(buffer.ToArray());
        Assert.Equal("the image builds", json.RootElement.GetProperty("kept")[0].GetProperty("message").GetString());
    }

    [Fact]
    public void Every_rule_has_an_id_of_its_own_and_a_pair_of_samples_or_a_reason()
    {
        var rules = VerificationRules.Create();
        Assert.Equal(rules.Select(rule => rule.Id).Order(StringComparer.Ordinal), rules.Select(rule => rule.Id));
        Assert.Equal(rules.Count, rules.DistinctBy(rule => rule.Id).Count());
        var shown = Directory.EnumerateFiles(SamplePairs.Folder, "*.breaks.Dockerfile")
            .Select(file => File.ReadLines(file).First().Split(' ')[2]).ToHashSet();

        // No file alone makes a step that is not reused, a wrong prediction, a log line or an expectation: these need something outside.
        Assert.Equal(["DK9002", "DK9003", "DK9004", "DK9211", "DK9310", "DK9401"], rules.Select(rule => rule.Id).Where(id => !shown.Contains(id)));
    }

    private static string Dump(string browser, TemporaryFolder folder)
    {
        var start = new ProcessStartInfo(browser,
            ["--headless", "--no-sandbox", "--disable-gpu", $"--user-data-dir={folder.Path}/profile", "--virtual-time-budget=2000",
                "--dump-dom", $"file://{folder.Path}/report.html"])
        {
            StandardOutputEncoding = Encoding.UTF8,
        };
        return ProgramRun.Of(start).Output;
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
