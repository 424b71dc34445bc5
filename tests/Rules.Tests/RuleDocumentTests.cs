using Dockerlint.Optimizer;
using Dockerlint.Reporting;
using Dockerlint.Rules;
using Dockerlint.Testing;
using Dockerlint.Verification;
using Xunit;

namespace Dockerlint.Tests;

public sealed class RuleDocumentTests
{
    [Fact]
    public void Rules_md_is_what_the_rules_say() => Snapshot.MatchDocument(
        RuleDocWriter.Write([.. RuleCatalog.All.Select(rule => rule.Info), .. BudgetRules.All, .. VerificationRules.Create()]), "rules.md");
}
