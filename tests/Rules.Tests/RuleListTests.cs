using Dockerlint.Linting;
using Dockerlint.Rules;
using Dockerlint.Testing;
using Xunit;

namespace Dockerlint.Tests;

public sealed class RuleListTests
{
    private const string Begin = "    [\n";

    /// <summary>Writes the line of a new rule where tests may accept what they make, and else shows which one is missing.</summary>
    [Fact]
    public void The_list_has_every_rule_in_the_order_of_their_ids()
    {
        var variants = new[] { Profile.Hadolint, Profile.BuildKit }.SelectMany(RuleCatalog.Variants).Select(rule => rule.GetType())
            .ToHashSet();
        var lines = typeof(RuleCatalog).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Rule)) && !type.IsAbstract && !variants.Contains(type) && type.Name != "CustomRule")
            .Select(type => (Type: type, ((Rule)Activator.CreateInstance(type, nonPublic: true)!).Info.Id))
            .OrderBy(rule => rule.Id, StringComparer.Ordinal)
            .Select(rule => $"        new {rule.Type.Name}(), // {rule.Id}\n");
        var old = File.ReadAllText(RepositoryRoot.Combine("src", "Rules", "RuleList.cs"));
        var start = old.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var end = old.IndexOf("    ];", start, StringComparison.Ordinal);
        Snapshot.MatchDocument(old[..start] + string.Concat(lines) + old[end..], "src", "Rules", "RuleList.cs");
    }
}
