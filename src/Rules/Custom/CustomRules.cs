using Dockerlint.Linting;
using Dockerlint.Linting.Custom;

namespace Dockerlint.Rules;

/// <summary>Makes rules of what a configuration states.</summary>
public static class CustomRules
{
    /// <summary>The rule of a statement.</summary>
    /// <param name="spec">The statement.</param>
    public static Rule Create(CustomRuleSpec spec) => new CustomRule(spec);
}
