using Dockerlint.Linting;
using Dockerlint.Rules;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>How far comments reach that switch rules off, and what is said about such comments.</summary>
public sealed class SuppressionTests
{
    private const string Sudo = "RUN sudo make\n";

    [Theory]
    [InlineData("# dockerlint ignore=DL3006\nFROM debian\n# hadolint ignore=DL3004\n" + Sudo, "")]
    [InlineData("# dockerlint ignore=dl3006 -- letter case does not matter\nFROM debian\n", "")]
    [InlineData("# dockerlint ignore=untagged-base-image\nFROM debian\n", "")]
    [InlineData("# dockerlint ignore=all -- a sample\nFROM debian\n" + Sudo, "DL3004@3")]
    [InlineData("# dockerlint global ignore=all\nFROM debian\n" + Sudo, "")]
    [InlineData("FROM debian:12\n# dockerlint ignore=DL3004\n# because of the old image\n# hadolint ignore=DL3008\n\nRUN sudo make && "
        + "apt-get install -y x\n", "DL3015@6")]
    [InlineData("FROM debian:12\nRUN make && \\\n  # dockerlint ignore=DL3004\n  sudo a && \\\n  sudo b\n", "DL3004@5")]
    [InlineData("FROM debian:12\nRUN make && \\\n  # hadolint ignore=DL3004\n  sudo a && \\\n  sudo b\n", "DL3004@5")]
    [InlineData("FROM debian:12\n# hadolint ignore=DL3004\nRUN make && \\\n  sudo a && \\\n  sudo b\n", "")]
    [InlineData("# hadolint stage ignore=DL3006,DL3004\nFROM debian AS a\n" + Sudo + "FROM debian\n" + Sudo, "DL3006@4 DL3004@5")]
    [InlineData("FROM debian:12\nRUN <<EOF\n# dockerlint ignore=DL3004\nsudo make\nEOF\n", "DL3004@4")]
    [InlineData("FROM debian:12\n# dockerlint ignore=DL3004\nRUN <<EOF\nmake\nsudo make\nEOF\n" + Sudo, "DL3004@7")]
    [InlineData("FROM debian:12\n# dockerlint ignore=DL3004\nRUN <<A cat && <<B sh\nx\nA\nsudo make\nB\n", "")]
    [InlineData("FROM debian:12\n# dockerlint ignore=DL3004 because\n" + Sudo, "DL3004@3")]
    public void Comments_reach_so_far_by_default(string text, string expected) =>
        Assert.Equal(expected, Told(text, Profile.Default, "DL3006", "DL3004", "DL3008", "DL3015"));

    [Theory]
    [InlineData("# hadolint ignore=DL3006\nFROM debian\n", "")]
    [InlineData("# hadolint ignore=DL3006\n\nFROM debian\n", "DL3006@3")]
    [InlineData("# dockerlint ignore=DL3006\nFROM debian\n", "DL3006@2")]
    [InlineData("FROM debian:12\nRUN make && \\\n  # hadolint ignore=DL3004\n  sudo a\n", "DL3004@2")]
    [InlineData("# hadolint stage ignore=DL3006,DL3004\nFROM debian AS a\n" + Sudo, "DL3006@2")]
    public void In_the_profile_of_hadolint_they_reach_as_far_as_with_hadolint(string text, string expected) =>
        Assert.Equal(expected, Told(text, Profile.Hadolint, "DL3006", "DL3004"));

    [Fact]
    public void The_configuration_can_forbid_all_of_them()
    {
        const string Text = "# dockerlint global ignore=all\n# check=skip=all\nFROM debian\nRUN sudo make\n";
        var settings = LintSettings.Default with { IgnoresPragmas = true };
        Assert.Equal("DL3006@3 DL3004@4", Told(Text, Profile.Default, settings, "DL3004", "DL3006", "DK6901", "DK6902"));
    }

    [Theory]
    [InlineData("# dockerlint ignore=DL3006\nFROM debian:12\n", "DK6901@1", "FROM debian:12\n")]
    [InlineData("# hadolint ignore=DL3006,DL3004\nFROM debian\n", "DK6901@1", "# hadolint ignore=DL3006\nFROM debian\n")]
    [InlineData("# dockerlint ignore=DL3006,all\nFROM debian:12\n", "DK6901@1", "FROM debian:12\n")]
    [InlineData("# dockerlint ignore=all\nFROM debian\n", "", null)]
    [InlineData("# dockerlint ignore=SC2086,DL3059\nFROM debian:12\n", "", null)]
    [InlineData("# dockerlint ignore=SC2086,DL3059,no-such-rule\nFROM debian:12\n", "DK6901@1", null)]
    [InlineData("# dockerlint global ignore=DL3006\n# dockerlint ignore=DL3006\nFROM debian\n", "DK6901@2",
        "# dockerlint global ignore=DL3006\nFROM debian\n")]
    [InlineData("FROM debian:12\n# dockerlint stage ignore=DL3006\n", "DK6901@2", "FROM debian:12\n")]
    [InlineData("FROM debian:12\nRUN a && \\\n  # dockerlint ignore=DL3004\n  b\n", "DK6901@3", "FROM debian:12\nRUN a && \\\n  b\n")]
    [InlineData("# dockerlint ignore=DL3006\r\nFROM debian:12\r\n", "DK6901@1", "FROM debian:12\r\n")]
    [InlineData("# dockerlint ignore=DK6901,DL3006\nFROM debian:12\n", "DK6901@1", null)]
    [InlineData("# dockerlint global ignore=unused-suppression\n# dockerlint ignore=DL3006\nFROM debian:12\n", "", null)]
    public void A_comment_that_switches_nothing_off_is_told_and_removed(string text, string expected, string? mended)
    {
        var linter = Linter(
            Profile.Default, LintSettings.Default with { ReportsUnusedSuppressions = true }, "DL3006", "DL3004", "DK6901");
        var source = SourceText.From(text);
        Assert.Equal(expected, Told(source, linter.Lint(source)));
        if (mended is not null)
        {
            var result = new FixLoop(linter, new FixSelection(Applicability.Safe)).Run(new LintInput(source));
            Assert.Equal((mended, 0), (result.Source.Text, result.After.Diagnostics.Count));
        }
    }

    [Theory]
    [InlineData("# dockerlint ignore=DL3006\nFROM debian\n", "DK6902@1")]
    [InlineData("# dockerlint ignore=DL3006 --\nFROM debian\n", "DK6902@1")]
    [InlineData("# dockerlint ignore=DL3006 -- pinned by the mirror\nFROM debian\n", "")]
    [InlineData("# hadolint ignore=DL3006 # pinned by the mirror\nFROM debian\n", "")]
    [InlineData("# dockerlint global ignore=all\nFROM debian\n", "DK6902@1")]
    [InlineData("FROM debian:12\nRUN a && \\\n  # hadolint ignore=DL3004\n  sudo b\n", "DK6902@3")]
    [InlineData("# check=skip=StageNameCasing\nFROM debian:12\n", "")]
    public void A_comment_without_a_reason_is_told(string text, string expected) =>
        Assert.Equal(expected, Told(text, Profile.Default, "DL3006", "DL3004", "DK6902"));

    private static Linter Linter(Profile profile, LintSettings settings, params string[] rules) => new(
        RuleCatalog.WithVerdictsOf(profile).Where(rule => rules.Contains(rule.Info.Id)),
            LintConfig.Default with { Profile = profile, Settings = settings });

    private static string Told(string text, Profile profile, params string[] rules) => Told(text, profile, LintSettings.Default, rules);

    private static string Told(string text, Profile profile, LintSettings settings, params string[] rules)
    {
        var source = SourceText.From(text);
        return Told(source, Linter(profile, settings, rules).Lint(source));
    }

    private static string Told(SourceText source, IEnumerable<Diagnostic> found) =>
        string.Join(' ', found.Select(finding => $"{finding.RuleId}@{source.Lines.GetPosition(finding.Span.Start).Line}"));
}
