using System.Text.Json;
using Dockerlint.Testing;
using Xunit;

namespace Dockerlint.Tests.Cli;

public sealed class SchemaTests
{
    [Fact]
    public void The_schema_in_the_repository_is_what_the_program_prints() => Snapshot.MatchDocument(
        CommandLine.Run(RepositoryRoot.Path, "config", "schema").Output, "schema", "dockerlint.schema.json");

    [Fact]
    public void It_knows_every_key_and_rule_and_allows_nothing_else()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(RepositoryRoot.Combine("schema", "dockerlint.schema.json")));
        var root = schema.RootElement;
        Assert.False(root.GetProperty("additionalProperties").GetBoolean());
        Assert.All(["extends", "profile", "rules", "overrides", "report-unused"], key =>
            Assert.True(root.GetProperty("properties").TryGetProperty(key, out _)));
        Assert.True(root.GetProperty("$defs").GetProperty("rules").GetProperty("properties").TryGetProperty("DL3006", out _));
        Assert.False(root.GetProperty("properties").GetProperty("overrides").GetProperty("items").GetProperty("properties")
            .TryGetProperty("no-fail", out _));
    }
}
