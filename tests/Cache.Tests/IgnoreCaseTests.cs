using System.Text.Json;
using Dockerlint.Semantics;
using Dockerlint.Semantics.Context;
using Dockerlint.Testing;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>
/// What an engine left of a context for each .dockerignore file, recorded by <c>Ignore/record.py</c> with Engine 28.5.2, compared
/// with what we leave of it.
/// </summary>
public sealed class IgnoreCaseTests
{
    private static readonly Lazy<(List<ContextEntry> Entries, List<JsonElement> Cases)> s_recorded = new(Read);

    public static TheoryData<string> RuleFiles => [.. s_recorded.Value.Cases.Select(item => item.GetProperty("rules").GetString()!)];

    [Fact]
    public void There_are_enough_cases()
    {
        Assert.InRange(s_recorded.Value.Cases.Count, 300, int.MaxValue);
        Assert.InRange(s_recorded.Value.Cases.Count * s_recorded.Value.Entries.Count, 30_000, int.MaxValue);
    }

    [Theory]
    [MemberData(nameof(RuleFiles))]
    public void BuildKit_leaves_the_same_paths(string rules) => Compare(rules, Builder.BuildKit);

    [Theory]
    [MemberData(nameof(RuleFiles))]
    public void The_classic_builder_leaves_the_same_paths(string rules) => Compare(rules, Builder.Classic);

    private static void Compare(string text, Builder builder)
    {
        var (entries, cases) = s_recorded.Value;
        var recorded = cases.Find(item => item.GetProperty("rules").GetString() == text);
        var observed =
            recorded.GetProperty(builder == Builder.Classic && recorded.TryGetProperty("classic", out _) ? "classic" : "buildkit");
        var rules = IgnoreRules.Parse(text, builder);
        if (observed.TryGetProperty("error", out var error))
        {
            Assert.True(rules.Problems.Length > 0, $"the engine says: {error}");
            return;
        }

        Assert.Empty(rules.Problems);
        var all = entries.Select(entry => entry.Path).Order(StringComparer.Ordinal).ToList();
        var expected = observed.TryGetProperty("keeps", out var keeps)
            ? Strings(keeps)
            : [.. all.Except(Strings(observed.GetProperty("drops")))];
        var kept = ContextManifest.Create(entries, rules).Entries.Select(entry => entry.Path).ToList();
        Assert.Equal(
            ("missing: " + string.Join(", ", expected.Except(kept)), "too many: " + string.Join(", ", kept.Except(expected))),
            ("missing: ", "too many: "));
    }

    private static (List<ContextEntry> Entries, List<JsonElement> Cases) Read()
    {
        var lines = File.ReadAllLines(RepositoryRoot.Combine("tests", "Cache.Tests", "Ignore", "cases.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var entries = Strings(lines[0].GetProperty("files")).Select(path => new ContextEntry(path, ContextEntryKind.File))
            .Concat(Strings(lines[0].GetProperty("directories")).Select(path => new ContextEntry(path, ContextEntryKind.Directory)))
                .ToList();
        return (entries, lines[1..]);
    }

    private static List<string> Strings(JsonElement array) => [.. array.EnumerateArray().Select(item => item.GetString()!)];
}
