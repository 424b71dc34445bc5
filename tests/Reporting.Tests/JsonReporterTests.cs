using System.Text.Json;
using Dockerlint.Linting;
using Dockerlint.Reporting;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests.Reporting;

public class JsonReporterTests
{
    [Fact]
    public void Finding_has_the_keys_in_order()
    {
        var source = SourceText.From("FROM alpine");
        Assert.Equal(
            """[{"file":"Dockerfile","line":1,"column":6,"level":"warning","code":"DL3006","message":"no tag","endLine":1,"endColumn":12,"confidence":"certain","name":"untagged-base-image","aliases":["CKV_DOCKER_7"],"url":"https://example.org/rules/DL3006"}]""",
            Sample.Write(new JsonReporter(), Sample.Run(source, Sample.Find(source, "alpine"))));
    }

    [Fact]
    public void Fixes_carry_their_edits()
    {
        var source = SourceText.From("FROM alpine");
        var finding = Sample.Find(
            source, "alpine") with
        { Fixes = Fix.Of("add a tag", Applicability.Unsafe, new TextEdit(new TextSpan(11, 0), ":3")) };
        Assert.EndsWith(
            """
            "fixes":[{"title":"add a tag","applicability":"unsafe","edits":[{"line":1,"column":12,"endLine":1,"endColumn":12,"newText":":3"}]}]}]
            """,
            Sample.Write(new JsonReporter(), Sample.Run(source, finding)), StringComparison.Ordinal);
    }

    [Fact]
    public void No_findings_are_an_empty_array() =>
        Assert.Equal("[]", Sample.Write(new JsonReporter(), Sample.Run(SourceText.From(""))));

    [Fact]
    public void Unknown_rule_has_no_name()
    {
        var source = SourceText.From("x");
        Assert.EndsWith("\"endColumn\":2,\"confidence\":\"certain\"}]",
            Sample.Write(new JsonReporter(), Sample.Run(source, Sample.Find(source, "x", id: "DL1000"))), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_hidden_in_a_message_is_spelled_out_and_a_path_stays_what_it_is()
    {
        var source = SourceText.From("x", "a\"\e\uDCFF");
        var output = Sample.Write(new JsonReporter(), Sample.Run(source, Sample.Find(source, "x", message: "\u202E\n\uDC80")));
        Assert.DoesNotContain(output, c => char.IsControl(c) || c == '\u202E');
        var finding = JsonDocument.Parse(output).RootElement[0];
        Assert.Equal("a\"\e\\xff", finding.GetProperty("file").GetString());
        Assert.Equal("\\u202e\\n\\x80", finding.GetProperty("message").GetString());
    }
}
