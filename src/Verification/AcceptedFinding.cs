using System.Collections.Immutable;
using Dockerlint.Linting;
using Dockerlint.Linting.Config;

namespace Dockerlint.Verification;

/// <summary>A finding that a project knows and accepts.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Match">A part of the message; empty for every finding of the rule.</param>
/// <param name="Reason">Why it is accepted.</param>
public sealed record AcceptedFinding(string Rule, string Match, string Reason)
{
    /// <summary>Reads <c>verify.accept</c>; what is wrong goes to a list.</summary>
    public static ImmutableArray<AcceptedFinding> Read(
        ConfigNode node, string path, IReadOnlyList<RuleInfo> rules, ICollection<ConfigError> errors)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(errors);
        var nodes = new ExpectationNodes(path, errors);
        var accepted = ImmutableArray.CreateBuilder<AcceptedFinding>();
        foreach (var item in nodes.Mappings(node, "accept"))
        {
            nodes.Known(item, "an accepted finding", "rule", "match", "reason");
            var name = nodes.Text(item.Find("rule"), "rule") ?? "";
            if (rules.FirstOrDefault(rule => rule.Id == name || rule.Name == name) is not { } known)
            {
                nodes.Error(item,
                    $"an accepted finding needs a rule of verify, such as DK9303, not {(name.Length == 0 ? "nothing" : name)}");
            }
            else if (nodes.Text(item.Find("reason"), "reason") is not { Length: > 0 } reason)
            {
                nodes.Error(item, $"the accepted finding of {name} needs a reason");
            }
            else
            {
                accepted.Add(new AcceptedFinding(known.Id, nodes.Text(item.Find("match"), "match") ?? "", reason));
            }
        }

        return accepted.ToImmutable();
    }

    internal bool Accepts(Diagnostic finding) =>
        finding.RuleId == Rule && finding.Message.Contains(Match, StringComparison.Ordinal);
}
