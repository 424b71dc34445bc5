using Dockerlint.Linting;

namespace Dockerlint.Optimizer;

/// <summary>What <c>dockerlint cache check</c> reports. They are no lint rules: they need a budget and a build context.</summary>
public static class BudgetRules
{
    /// <summary>DK1101: a change rebuilds more than its budget allows.</summary>
    public static RuleInfo Exceeded { get; } = new("DK1101", "cache-budget-exceeded", Category.Cache, Severity.Error)
    {
        Since = "0.1",
        Doc = new("A change of some files rebuilds more steps than the budget allows.",
            "Which steps survive an ordinary change decides how long builds take, and a single COPY in the wrong place undoes it for "
            + "good. A budget in the repository keeps what was reached.", []),
    };

    /// <summary>DK1102: a budget is about files that do not exist.</summary>
    public static RuleInfo Unmatched { get; } = new("DK1102", "cache-budget-unmatched", Category.Cache, Severity.Warning)
    {
        Since = "0.1",
        Doc = new("The files a budget is about do not exist.",
            "A budget that nothing matches is always kept: a folder was renamed, or the pattern has an error.", []),
    };

    /// <summary>All, in the order of their ids.</summary>
    public static IReadOnlyList<RuleInfo> All { get; } = [Exceeded, Unmatched];
}
