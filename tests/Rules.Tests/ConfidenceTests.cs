using Dockerlint.Linting;
using Dockerlint.Rules;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>How sure findings are, and which of them a profile shows.</summary>
public sealed class ConfidenceTests
{
    [Theory]
    [InlineData("DL3007", "FROM debian:latest\n", Confidence.Certain)]
    [InlineData("DL3064", "FROM debian:12\nENV DB_PASSWORD=hunter2\n", Confidence.Likely)]
    [InlineData("DL3045", "FROM debian:12\nCOPY a b\n", Confidence.Likely)]
    [InlineData("DL3045", "FROM ghcr.io/example/base:1\nCOPY a b\n", Confidence.Hint)]
    [InlineData("DL3000", "ARG BASE=debian:12\nFROM $BASE\nWORKDIR a\n", Confidence.Likely)]
    [InlineData("DL3000", "ARG BASE\nFROM $BASE\nWORKDIR a\n", Confidence.Hint)]
    [InlineData("DL3000", "FROM scratch\nWORKDIR a\n", Confidence.Certain)]
    [InlineData("DL3000", "ARG V=12\nFROM debian:$V\nWORKDIR a\n", Confidence.Likely)]
    [InlineData("DL3000", "FROM debian:12 AS a\nFROM a\nWORKDIR b\n", Confidence.Likely)]
    [InlineData("DL3038", "FROM fedora:42\nRUN dnf install a\n", Confidence.Certain)]
    [InlineData("DL3038", "FROM fedora:42\nRUN microdnf install a\n", Confidence.Hint)]
    public void A_finding_is_as_sure_as_its_answer(string id, string text, Confidence confidence) =>
        Assert.Equal(confidence, Assert.Single(MarkedSource.Lint(id, text)).Confidence);

    [Fact]
    public void The_default_profile_shows_no_hints_and_the_others_do()
    {
        var text = SourceText.From("FROM ghcr.io/example/base:1\nCOPY a b\n");
        Assert.All(Profile.All.Where(profile => profile != Profile.None), profile => Assert.Equal(
            profile == Profile.Strict || profile == Profile.Hadolint,
            new Linter(RuleCatalog.For(profile), new LintConfig { Profile = profile }).Lint(text)
                .Any(finding => finding.RuleId == "DL3045")));
    }

    [Theory]
    [InlineData(Confidence.Certain, "DL3007")]
    [InlineData(Confidence.Likely, "DL3007 DL3064")]
    [InlineData(Confidence.Hint, "DL3007 DL3064 DL3038")]
    public void What_is_less_sure_than_asked_for_is_not_shown(Confidence least, string ids)
    {
        var rules = RuleCatalog.All.Where(rule => rule.Info.Id is "DL3007" or "DL3064" or "DL3038");
        var found = new Linter(rules, new LintConfig { MinConfidence = least })
            .Lint(SourceText.From("FROM fedora:latest\nENV DB_PASSWORD=hunter2\nRUN microdnf install a\n"));
        Assert.Equal(ids, string.Join(' ', found.Select(finding => finding.RuleId)));
    }

    [Fact]
    public void A_comment_that_switches_off_what_is_not_shown_is_of_use()
    {
        var result = new Linter(RuleCatalog.For(Profile.Default)).Lint(new LintInput(SourceText.From(
            "FROM ghcr.io/example/base:1\n# dockerlint ignore=DL3045\nCOPY a b\n")));
        Assert.DoesNotContain(result.Diagnostics, finding => finding.RuleId is "DL3045" or "DK6901");
        Assert.Empty(result.Suppressed);
    }
}
