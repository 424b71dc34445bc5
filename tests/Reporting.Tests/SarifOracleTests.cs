using System.Text;
using Dockerlint.Linting;
using Dockerlint.Reporting;
using Dockerlint.Text;
using Microsoft.CodeAnalysis.Sarif;
using Xunit;
using Fix = Dockerlint.Linting.Fix;

namespace Dockerlint.Tests.Reporting;

/// <summary>The log is held against what the SARIF object model writes of the same nodes itself.</summary>
public sealed class SarifOracleTests
{
    private static readonly SourceText Source = SourceText.From("FROM alpine\nRUN a\n", "sub dir/Dockerfile");

    public static TheoryData<string> Names => [.. Runs.Keys];

    private static Dictionary<string, RunResult> Runs => new()
    {
        ["nothing found"] = Sample.Run(Source),
        ["no file"] = new RunResult("1.2.3", [], [Sample.Untagged]),
        ["one of each severity and confidence"] = Sample.Run(
            Source,
            [
                .. from severity in Enum.GetValues<Severity>()
                   from confidence in Enum.GetValues<Confidence>()
                   select Sample.Find(Source, "alpine", severity) with { Confidence = confidence },
            ]),
        ["rules of another program, without and with a page"] = Sample.Run(
            Source, Sample.Find(Source, "alpine", id: "SC2164"), Sample.Find(Source, "FROM", id: "SC2086"), Sample.Find(Source, "RUN")),
        ["a rule that is off, without help"] = Sample.Run(Source, Sample.Find(Source, "alpine")) with
        {
            Rules = [Sample.Untagged with { DefaultSeverity = Severity.Ignore, HelpUrl = null }],
        },
        ["rules of each severity"] = Sample.Run(
            Source, [.. Enum.GetNames<Severity>().Select(name => Sample.Find(Source, "alpine", id: "X" + name))]) with
        {
            Rules = [.. Enum.GetValues<Severity>().Select(s => Sample.Untagged with { Id = "X" + s, DefaultSeverity = s })],
        },
        ["fixes, related places and a suppressed finding"] = WithFixes(),
        ["a root"] = Sample.Run(Source, Sample.Find(Source, "alpine")) with { Root = "/home/me/my \u00e4pp" },
        ["a file below the root and one beside it"] = Sample.Run(Source) with
        {
            Root = "/home/me",
            Files =
            [
                .. new[] { "/home/me/a/Dockerfile", "/else/Dockerfile", "./here", "-" }.Select(path => SourceText.From("FROM alpine", path))
                    .Select(source => new FileResult(source, [Sample.Find(source, "alpine")])),
            ],
        },
        ["texts of all kinds"] = Sample.Run(
            Source,
            [
                .. new[]
                {
                    "\"quoted\" \\ / <b> & '#' `", "line\nbreak\r\ttab\f\b\v",
                    "\u00e4\u20ac\U0001f433", "\ud83d half \udc33", "\u2028\u0085\u007f\0", "[a](1)", "",
                }.Select(text => Sample.Find(Source, "alpine", message: text)),
            ]),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_log_is_byte_for_byte_what_the_object_model_saves(string name)
    {
        var run = Runs[name];
        Assert.Equal(Oracle(run), Sample.Write(new SarifReporter(), run));
    }

    [Fact]
    public void A_log_that_is_longer_than_what_is_held_at_once_is_whole()
    {
        var run = Sample.Run(Source, [.. Enumerable.Repeat(Sample.Find(Source, "alpine"), 1000)]);
        var log = Sample.Write(new SarifReporter(), run);
        Assert.True(log.Length > 200_000);
        Assert.Equal(Oracle(run), log);
    }

    private static RunResult WithFixes()
    {
        Assert.True(EditSet.TryCreate(
            [new TextEdit(new TextSpan(0, 4), ""), new TextEdit(new TextSpan(11, 0), ":3 \"\u00e4\"\t\n")], out var edits));
        var finding = Sample.Find(Source, "alpine") with
        {
            Fixes = [new Fix("Add a \u201ctag\u201d", edits, Applicability.Unsafe), new Fix("Again", edits, Applicability.Safe)],
            RelatedSpans = [new RelatedSpan(new TextSpan(0, 4), "here"), new RelatedSpan(new TextSpan(12, 3), "there")],
        };
        return Sample.Run(Source) with { Files = [new FileResult(Source, [finding]) { Suppressed = [Sample.Find(Source, "RUN")] }] };
    }

    private static string Oracle(RunResult run)
    {
        var properties = new SarifProperties();
        var log = SarifReporter.Build(run, properties);
        foreach (var result in log.Runs[0].Results)
        {
            result.SetProperty("confidence", properties.ConfidenceOf(result));
        }

        foreach (var rule in log.Runs[0].Tool.Driver.Rules)
        {
            foreach (var tag in properties.TagsOf(rule))
            {
                rule.Tags.Add(tag);
            }
        }

        using var buffer = new MemoryStream();
        log.Save(buffer);
        return string.Concat(
            Encoding.UTF8.GetString(buffer.ToArray()).TrimStart('\uFEFF').Select(c => c < '\u007f' ? $"{c}" : $"\\u{(int)c:x4}"));
    }
}
