using Dockerlint.Linting.Baseline;
using Dockerlint.Linting.Config;
using Dockerlint.Linting.Targets;
using Xunit;

namespace Dockerlint.Tests.Config;

/// <summary>Texts that are no YAML or JSON, or more of it than anybody means, are told at their place.</summary>
public sealed class BrokenTextTests
{
    public static TheoryData<string> Slips() =>
    [
        "ignore: [DL3008\nselect: [DL3006]", "rules: {\nDL3006: error\n}", "ignore: [\nDL3008\n]\n", " : r",
        "services: {\na: {build: .}\n}", "a: [", "a: {b: [c}", "a: \"b",
        "a: 'b", "a: &", "a: *", "a: *b", "&a [*a]", "? [a]\n: b", "a: b: c", "a: 1\na: 2", "%YAML 9.9\n---\na", "a: \"\\q\"", "@", "`",
        "a: |9\n x", "a: !<", "- a\nb: c",
        "a: \0", "\uFEFFa: \uDC80", "a\0b\0", "a: b\n---\nc: d", "--- a\n...\nb", "a: [b]]", "<<: *x", new string('[', 5000),
        new string('-', 3) + "\n" + string.Concat(Enumerable.Repeat("- ", 5000)),
        string.Concat(Enumerable.Range(0, 300).Select(i => new string(' ', i) + "a:\n")),
        "a: &a [x,x,x,x,x,x,x,x,x,x]\n" + string.Concat(Enumerable.Range(0, 8)
            .Select(i => $"{(char)('b' + i)}: &{(char)('b' + i)} [{string.Join(',', Enumerable.Repeat("*" + (char)('a' + i), 10))}]\n")),
    ];

    [Theory]
    [MemberData(nameof(Slips))]
    public void A_slip_in_YAML_is_one_message_with_line_and_column(string text)
    {
        var errors = new List<ConfigError>();
        Assert.Null(ConfigYaml.Read(text, "x.yaml", errors));
        var error = Assert.Single(errors);
        Assert.InRange(error.Line, 1, text.Split('\n').Length + 1);
        Assert.InRange(error.Column, 1, int.MaxValue);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Theory]
    [InlineData("{\"target\": {\"a\": {\"context\": \"\\ud800\"}}}")]
    [InlineData("{\"target\": {\"\\udc00\": {}}}")]
    [InlineData("{\"target\": \uDC80}")]
    [InlineData("{")]
    [InlineData("\uFEFF")]
    [InlineData("{\"target\": {\"a\": {}}} x")]
    public void A_slip_in_a_Bake_file_is_a_message(string text)
    {
        var errors = new List<ConfigError>();
        Assert.Empty(BakeReader.Read(text, "bake.json", errors));
        Assert.Single(errors);
    }

    [Fact]
    public void Deep_JSON_is_told_as_such()
    {
        var errors = new List<ConfigError>();
        BakeReader.Read(string.Concat(Enumerable.Repeat("{\"a\":", 500)), "bake.json", errors);
        Assert.Equal("nested too deep", Assert.Single(errors).Message);
    }

    [Fact]
    public void A_long_chain_of_Bake_targets_and_a_large_matrix_come_to_an_end()
    {
        var chain = string.Join(',', Enumerable.Range(0, 20_000).Select(i => $"\"t{i}\":{{\"inherits\":[\"t{i + 1}\"]}}"));
        var errors = new List<ConfigError>();
        BakeReader.Read($"{{\"target\":{{{chain}}}}}", "bake.json", errors);
        Assert.Contains("more than", Assert.Single(errors).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"version\": 1, \"findings\": [{\"file\": null, \"rule\": \"a\", \"fingerprint\": \"b\"}]}")]
    [InlineData("{\"version\": 1, \"findings\": [{\"file\": \"a\", \"rule\": \"a\", \"fingerprint\": null}]}")]
    [InlineData("{\"version\": 1, \"findings\": [{\"file\": \"\\ud800\", \"rule\": \"a\", \"fingerprint\": \"b\"}]}")]
    [InlineData("{\"version\": 1, \"findings\": {}}")]
    [InlineData("{\"version\": \"1\"}")]
    [InlineData("[]")]
    public void A_slip_in_a_baseline_is_a_message(string text)
    {
        var errors = new List<ConfigError>();
        Assert.Null(FindingBaseline.Read(text, "known.json", errors));
        Assert.Single(errors);
    }

    [Fact]
    public void A_baseline_takes_paths_of_any_bytes() =>
        Assert.Contains("a\\\\x80b", FindingBaseline.Write([new BaselineEntry("a\uDC80b", "DL3006", "f")]), StringComparison.Ordinal);

    [Fact]
    public void Files_that_include_each_other_many_times_are_read_once()
    {
        var reads = 0;
        var sources = new BuildFileSources(_ => null, _ =>
        {
            reads++;
            return "include: [b.yaml, c.yaml, ./b.yaml, x/../c.yaml]\nservices: {s: {build: .}}";
        });
        var errors = new List<ConfigError>();
        Assert.NotEmpty(ComposeReader.Read("include: [b.yaml, c.yaml]", "a.yaml", errors, sources));
        Assert.InRange(reads, 2, 400);
    }
}
