using Dockerlint.Linting;
using Dockerlint.Rules;
using Dockerlint.Testing;
using Xunit;

namespace Dockerlint.Tests;

public sealed class RuleListTests
{
    private const string Begin = "    [\n";

    /// <summary>Writes the line of a new rule where tests may accept what they make, and else shows which one is missing.</summary>
    [Theory]
    [InlineData("RuleList.cs", false)]
    [InlineData("ShellRuleList.cs", true)]
    public void The_lists_have_every_rule_in_the_order_of_their_ids(string list, bool isOfScripts)
    {
        var variants = new[] { Profile.Hadolint, Profile.BuildKit }.SelectMany(RuleCatalog.Variants).Select(rule => rule.GetType())
            .ToHashSet();
        var lines = typeof(RuleCatalog).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Rule)) && !type.IsAbstract && !variants.Contains(type) && type.Name != "CustomRule"
                && type.IsSubclassOf(typeof(ShellRule)) == isOfScripts)
            .Select(type => (Type: type, ((Rule)Activator.CreateInstance(type, nonPublic: true)!).Info.Id))
            .OrderBy(rule => rule.Id, StringComparer.Ordinal)
            .Select(rule => $"        new {rule.Type.Name}(), // {rule.Id}\n");
        var old = File.ReadAllText(RepositoryRoot.Combine("src", "Rules", list));
        var start = old.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var end = old.IndexOf("    ];", start, StringComparison.Ordinal);
        Snapshot.MatchDocument(old[..start] + string.Concat(lines) + old[end..], "src", "Rules", list);
    }
}
