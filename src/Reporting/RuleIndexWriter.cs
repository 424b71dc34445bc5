using System.Text;
using Dockerlint.Linting;

namespace Dockerlint.Reporting;

/// <summary>The index of <c>rules.md</c>: the rules by category, and every other name a rule goes by.</summary>
internal static class RuleIndexWriter
{
    internal static void Write(StringBuilder builder, IReadOnlyCollection<RuleInfo> rules)
    {
        builder.Append("\n## Index\n\n### By category\n");
        foreach (var category in rules.GroupBy(rule => rule.Category).OrderBy(group => group.Key.ToString(), StringComparer.Ordinal))
        {
            builder.Append("\n**").Append(category.Key)
                .Append("**\n\n| code | name | severity | fix | profiles |\n|---|---|---|---|---|\n");
            foreach (var rule in category)
            {
                builder.Append("| ").Append(Link(rule, rule.Id)).Append(" | ").Append(rule.Name).Append(" | ")
                    .Append(Lower(rule.DefaultSeverity)).Append(" | ")
                    .Append(Lower(rule.Fix)).Append(" | ").AppendJoin(", ", Names(rule.Profiles)).Append(" |\n");
            }
        }

        builder.Append("\n### By name and alias\n\n| name | rule |\n|---|---|\n");
        foreach (var (name, rule) in rules.SelectMany(rule =>
            rule.Aliases.Append(rule.Name).Where(name => name != rule.Id).Select(name => (name, rule)))
            .OrderBy(entry => entry.name, StringComparer.OrdinalIgnoreCase).ThenBy(entry => entry.rule.Id, StringComparer.Ordinal))
        {
            builder.Append("| ").Append(name).Append(" | ").Append(Link(rule, rule.Id)).Append(" |\n");
        }
    }

    private static string Link(RuleInfo rule, string text) => $"[{text}](#{Lower(rule.Id)}-{Lower(rule.Name)})";

    private static IEnumerable<string> Names(Profiles profiles) =>
        new[] { Profiles.Default, Profiles.Strict, Profiles.Hadolint, Profiles.BuildKit }.Where(profile => (profiles & profile) != 0)
            .Select(Lower);

    private static string Lower<T>(T value)
        where T : notnull => value.ToString()!.ToLowerInvariant();
}
