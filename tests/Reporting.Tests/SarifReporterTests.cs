using System.Text.Json;
using Dockerlint.Linting;
using Dockerlint.Reporting;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests.Reporting;

public class SarifReporterTests
{
    private static readonly SourceText Source = SourceText.From("FROM alpine\n", "sub dir/Dockerfile");

    private static JsonElement Run(RunResult result)
    {
        var output = Sample.Write(new SarifReporter(), result);
        Assert.StartsWith("{", output, StringComparison.Ordinal);
        var log = JsonDocument.Parse(output).RootElement;
        Assert.Equal("2.1.0", log.GetProperty("version").GetString());
        return Assert.Single(log.GetProperty("runs").EnumerateArray());
    }

    private static JsonElement[] Results(RunResult result) => [.. Run(result).GetProperty("results").EnumerateArray()];

    private static string? Fingerprint(JsonElement result) =>
        result.GetProperty("partialFingerprints").GetProperty("dockerlintLine/v1").GetString();

    private static JsonElement Place(JsonElement result) => result.GetProperty("locations")[0].GetProperty("physicalLocation");

    [Fact]
    public void Rules_that_found_nothing_are_left_out() => Assert.False(
        Run(Sample.Run(Source)).GetProperty("tool").GetProperty("driver").TryGetProperty("rules", out _));

    [Fact]
    public void Driver_describes_the_rules()
    {
        var run = Run(Sample.Run(Source, Sample.Find(Source, "alpine")));
        Assert.Equal("utf16CodeUnits", run.GetProperty("columnKind").GetString());
        var driver = run.GetProperty("tool").GetProperty("driver");
        Assert.Equal("Dockerlint 1.2.3", $"{driver.GetProperty("name")} {driver.GetProperty("version")}");
        var rule = Assert.Single(driver.GetProperty("rules").EnumerateArray());
        Assert.Equal("DL3006 untagged-base-image", $"{rule.GetProperty("id")} {rule.GetProperty("name")}");
        Assert.Equal("https://example.org/rules/DL3006", rule.GetProperty("helpUri").GetString());
        Assert.Equal("FROM names an image without tag\n\nIt changes", rule.GetProperty("help").GetProperty("text").GetString());
        Assert.Equal(
            "FROM names an image without tag\n\nIt changes\n\nBad:\n\n```dockerfile\nFROM alpine\n```\n\nGood:\n\n```dockerfile\nFROM "
            + "alpine:3\n```\n",
            rule.GetProperty("help").GetProperty("markdown").GetString());
        Assert.Equal(
            ["CKV_DOCKER_7", "reproducibility"],
            rule.GetProperty("properties").GetProperty("tags").EnumerateArray().Select(t => t.GetString()!).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(Confidence.Certain, "certain", 100)]
    [InlineData(Confidence.Likely, "likely", 60)]
    [InlineData(Confidence.Hint, "hint", 20)]
    public void A_result_tells_how_sure_it_is(Confidence confidence, string name, double rank)
    {
        var result = Assert.Single(Results(Sample.Run(Source, Sample.Find(Source, "alpine") with { Confidence = confidence })));
        Assert.Equal((name, rank),
            (result.GetProperty("properties").GetProperty("confidence").GetString(), result.GetProperty("rank").GetDouble()));
    }

    [Fact]
    public void Result_has_rule_message_and_region()
    {
        var result = Assert.Single(Results(Sample.Run(Source, Sample.Find(Source, "alpine"))));
        Assert.Equal("DL3006", result.GetProperty("ruleId").GetString());
        Assert.Equal(0, result.GetProperty("ruleIndex").GetInt32());
        Assert.Equal("no tag", result.GetProperty("message").GetProperty("text").GetString());
        Assert.Equal("sub%20dir/Dockerfile", Place(result).GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal("SRCROOT", Place(result).GetProperty("artifactLocation").GetProperty("uriBaseId").GetString());
        var region = Place(result).GetProperty("region");
        Assert.Equal(
            "1:6 1:12",
            $"{region.GetProperty("startLine")}:{region.GetProperty("startColumn")} "
                + $"{region.GetProperty("endLine")}:{region.GetProperty("endColumn")}");
    }

    [Theory]
    [InlineData(Severity.Error, "error")]
    [InlineData(Severity.Warning, "warning")]
    [InlineData(Severity.Info, "note")]
    [InlineData(Severity.Style, "note")]
    public void Levels(Severity severity, string level)
    {
        var result = Assert.Single(Results(Sample.Run(Source, Sample.Find(Source, "alpine", severity))));
        // The object model leaves out the default, which is "warning".
        Assert.Equal(level, result.TryGetProperty("level", out var value) ? value.GetString() : "warning");
    }

    [Fact]
    public void Fingerprints_survive_moves_and_tell_doubles_apart()
    {
        var moved = SourceText.From("# c\n\n  FROM   alpine\r\nFROM alpine\n", "other");
        var first = Sample.Find(moved, "alpine");
        var second = first with { Span = new TextSpan(moved.Text.LastIndexOf("alpine", StringComparison.Ordinal), 6) };
        var before = Results(Sample.Run(Source, Sample.Find(Source, "alpine")));
        var after = Results(Sample.Run(moved, first, second));
        Assert.Matches("^[0-9a-f]{64}$", Fingerprint(before[0]));
        Assert.Equal(Fingerprint(before[0]), Fingerprint(after[0]));
        Assert.NotEqual(Fingerprint(after[0]), Fingerprint(after[1]));
    }

    [Fact]
    public void Findings_of_ShellCheck_have_rules_of_their_own_behind_ours()
    {
        var run = Run(
            Sample.Run(Source, Sample.Find(Source, "alpine", id: "SC2164"), Sample.Find(Source, "FROM", id: "SC2086"),
            Sample.Find(Source, "alpine")));
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().ToList();
        Assert.Equal(["DL3006", "SC2086", "SC2164"], rules.Select(rule => rule.GetProperty("id").GetString()));
        Assert.Equal("https://www.shellcheck.net/wiki/SC2086", rules[1].GetProperty("helpUri").GetString());
        Assert.Equal(
            [false, false, true], run.GetProperty("results").EnumerateArray().Select(result => result.TryGetProperty("ruleIndex", out _)));
    }

    [Fact]
    public void Root_makes_paths_relative()
    {
        var source = SourceText.From("FROM alpine", "/home/me/my app/Dockerfile");
        var run = Run(Sample.Run(source, Sample.Find(source, "alpine")) with { Root = "/home/me/my app" });
        Assert.Equal(
            "file:///home/me/my%20app/", run.GetProperty("originalUriBaseIds").GetProperty("SRCROOT").GetProperty("uri").GetString());
        Assert.Equal("Dockerfile", Place(run.GetProperty("results")[0]).GetProperty("artifactLocation").GetProperty("uri").GetString());
    }

    [Fact]
    public void Fixes_and_related_places_are_told()
    {
        Assert.True(EditSet.TryCreate([new TextEdit(new TextSpan(11, 0), ":3")], out var edits));
        var finding = Sample.Find(Source, "alpine") with
        {
            Fixes = [new Fix("Add a tag", edits, Applicability.Unsafe)],
            RelatedSpans = [new RelatedSpan(new TextSpan(0, 4), "here")],
        };
        var result = Assert.Single(Results(Sample.Run(Source, finding)));
        var replacement = result.GetProperty("fixes")[0].GetProperty("artifactChanges")[0].GetProperty("replacements")[0];
        Assert.Equal(":3", replacement.GetProperty("insertedContent").GetProperty("text").GetString());
        Assert.Equal(12, replacement.GetProperty("deletedRegion").GetProperty("startColumn").GetInt32());
        Assert.Equal("here", result.GetProperty("relatedLocations")[0].GetProperty("message").GetProperty("text").GetString());
    }

    [Fact]
    public void Hostile_text_is_escaped_and_a_byte_order_mark_is_not_counted()
    {
        var source = SourceText.From("\uFEFFFROM alpine", "a:b%\e\uDCFF");
        var result = Assert.Single(Results(Sample.Run(source, Sample.Find(source, "alpine", message: "\e[2J\uDCFF", id: "DL1000"))));
        Assert.Equal("\\x1b[2J\\xff", result.GetProperty("message").GetProperty("text").GetString());
        Assert.False(result.TryGetProperty("ruleIndex", out _));
        Assert.Equal("a%3Ab%25%1B%FF", Place(result).GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(6, Place(result).GetProperty("region").GetProperty("startColumn").GetInt32());
    }

    [Fact]
    public void What_comments_switch_off_is_told_as_suppressed_and_changes_no_other_fingerprint()
    {
        var found = Sample.Find(Source, "alpine");
        var run = Sample.Run(Source, found);
        var alone = Assert.Single(Results(run));
        var results = Results(run with { Files = [new FileResult(Source, [found]) { Suppressed = [Sample.Find(Source, "FROM")] }] });
        Assert.Equal([false, true], results.Select(result => result.TryGetProperty("suppressions", out _)));
        Assert.Equal("inSource", Assert.Single(results[1].GetProperty("suppressions").EnumerateArray()).GetProperty("kind").GetString());
        Assert.Equal(Fingerprint(alone), Fingerprint(results[0]));
        Assert.NotEqual(Fingerprint(results[0]), Fingerprint(results[1]));
    }
}
