using System.Text.Json;
using System.Xml.Linq;
using Dockerlint.Linting;
using Dockerlint.Reporting;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests.Reporting;

/// <summary>What a file hides from the eye is seen in every report.</summary>
public sealed class HiddenTextTests
{
    /// <summary>Characters that are not to be seen, each with what stands in its place.</summary>
    public static TheoryData<string, string> Hidden() => new()
    {
        { "\u202E", "\\u202e" }, { "\u202A", "\\u202a" }, { "\u2066", "\\u2066" }, { "\u2069", "\\u2069" }, { "\u200E", "\\u200e" },
            { "\u200F", "\\u200f" },
        { "\u061C", "\\u061c" }, { "\u200B", "\\u200b" }, { "\u200D", "\\u200d" }, { "\uFEFF", "\\ufeff" }, { "\u00AD", "\\u00ad" },
            { "\u2028", "\\u2028" },
        { "\u2029", "\\u2029" }, { "\u0085", "\\u0085" }, { "\u009B", "\\u009b" }, { "\e", "\\x1b" }, { "\u007F", "\\x7f" },
            { "\0", "\\x00" },
        { "\U000E0041", "\\U000e0041" }, { "\U000E0002", "\\U000e0002" }, { "\uDC80", "\\x80" }, { "\uD800", "\\ud800" },
            { "\u034F", "\\u034f" },
        { "\u3164", "\\u3164" }, { "\u2800", "\\u2800" }, { "\n\uFE0F", "\\n\\ufe0f" },
            { "\U000E0101\U000E0102", "\\U000e0101\\U000e0102" },
    };

    [Theory]
    [MemberData(nameof(Hidden))]
    public void Nothing_hidden_is_shown_as_it_is(string hidden, string shown) =>
        Assert.Equal($"\t{shown}.", VisibleText.Escape($"\t{hidden}.", keepTabs: true));

    [Theory]
    [InlineData("plain text, \u00E4\u00F6\u00FC, \u4E2D\u6587, \u0645\u0631\u062D\u0628\u0627")]
    [InlineData("an emoji \u2764\uFE0F of two characters")]
    [InlineData("\U0001F600")]
    public void What_can_be_seen_stays(string text) => Assert.Equal(text, VisibleText.Escape(text));

    [Theory]
    [MemberData(nameof(Formats))]
    public void No_format_lets_a_hidden_character_into_a_message(string format)
    {
        foreach (var (hidden, shown) in Hidden().Select(row => row.Data))
        {
            var source = SourceText.From("FROM alpine\n", "d/Dockerfile");
            var output = Sample.Write(ReporterCatalog.Create(format, new TextReportStyle())!,
                Sample.Run(source, Sample.Find(source, "alpine", message: $"bad {hidden} end")));
            Assert.DoesNotContain(output.TrimEnd('\0'), c => c is not '\n' and not '\r' && hidden.Contains(c, StringComparison.Ordinal));
            var read = format switch
            {
                "checkstyle" => XDocument.Parse(output).Descendants("error").Single().Attribute("message")!.Value,
                "junit" => XDocument.Parse(output).Descendants("failure").Single().Attribute("message")!.Value,
                "json" => JsonDocument.Parse(output).RootElement[0].GetProperty("message").GetString()!,
                "markdown" => output.Replace("\\\\", "\\", StringComparison.Ordinal),
                "sarif" => JsonDocument.Parse(output).RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("message")
                .GetProperty("text").GetString()!,
                "text" or "tty" or "gnu" => output,
                "github" => output.Replace("%0A", "\\n", StringComparison.Ordinal),
                _ => output.Replace("\\\\", "\\", StringComparison.Ordinal),
            };
            Assert.Contains($"bad {shown} end", read, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_fix_that_no_report_can_hold_is_left_out_of_it()
    {
        var source = SourceText.From("FROM alpine\n");
        Assert.True(EditSet.TryCreate([new TextEdit(new TextSpan(5, 6), "a\uDC80")], out var edits));
        var run = Sample.Run(source, Sample.Find(source, "alpine") with { Fixes = [new Fix("Name it", edits, Applicability.Safe)] });
        Assert.DoesNotContain("fixes", Sample.Write(new JsonReporter(), run), StringComparison.Ordinal);
        Assert.DoesNotContain("\"fixes\"", Sample.Write(new SarifReporter(), run), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("see [x](1) \\ here", "see \\[x\\](1) \\\\ here")]
    [InlineData("CMD [\"a\"] is fine", "CMD [\"a\"] is fine")]
    public void A_message_is_no_link_in_sarif(string message, string expected)
    {
        var source = SourceText.From("FROM alpine\n");
        var output = Sample.Write(new SarifReporter(), Sample.Run(source, Sample.Find(source, "alpine", message: message)));
        Assert.Equal(expected, JsonDocument.Parse(output).RootElement.GetProperty("runs")[0].GetProperty("results")[0]
            .GetProperty("message").GetProperty("text").GetString());
    }

    public static TheoryData<string> Formats() => [.. ReporterCatalog.Names];
}
