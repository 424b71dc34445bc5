using Dockerlint.Linting;
using Dockerlint.Rules;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>Comments that are meant to switch something off and do not, in the default profile.</summary>
public sealed class VainSuppressionTests
{
    private static readonly Linter s_linter = new(RuleCatalog.For(Profile.Default));

    [Theory]
    [InlineData("# hadolint ignore=DL3008 - why", "# hadolint ignore=DL3008 # why")]
    [InlineData("# hadolint ignore=DL3008 because of the mirror", "# hadolint ignore=DL3008 # because of the mirror")]
    [InlineData("# hadolint disable=DL3008", "# hadolint ignore=DL3008")]
    [InlineData("# hadolint: ignore=DL3008", "# hadolint ignore=DL3008")]
    [InlineData("# Hadolint ignore=dl3008", "# hadolint ignore=DL3008")]
    [InlineData("# hadolint-ignore: DL3008", "# hadolint ignore=DL3008")]
    [InlineData("# hadolint ignore DL3008 DL3009", "# hadolint ignore=DL3008,DL3009")]
    [InlineData("# hadolint ignore=DL3008;SC2086", "# hadolint ignore=DL3008,SC2086")]
    [InlineData("# hadolint ignore=DK2006", "# dockerlint ignore=DK2006")]
    [InlineData("# hadolint global disable=DL3008", "# hadolint global ignore=DL3008")]
    [InlineData("# haddolint ignore=DL3008", "# hadolint ignore=DL3008")]
    [InlineData("# dockerlint ignore DL3008", "# dockerlint ignore=DL3008")]
    [InlineData("# dockerlint ignore=DL3008 why", "# dockerlint ignore=DL3008 -- why")]
    [InlineData("# dockerlint ignore=DL3008 # why", "# dockerlint ignore=DL3008 -- why")]
    [InlineData("# dockerlint ingore=DL3008", "# dockerlint ignore=DL3008")]
    [InlineData("# dockerlint-disable-next-line DL3008", "# dockerlint ignore=DL3008")]
    [InlineData("# dockerlint stage disable=untagged-base-image", "# dockerlint stage ignore=untagged-base-image")]
    [InlineData("# dockerlint ignore=no-such-rules-name", null)]
    [InlineData("# dockerlint ignore=DL30044", null)]
    [InlineData("# dockerlint ignore=DL1000", null)]
    [InlineData("# ignore=DL3008", "# dockerlint ignore=DL3008")]
    [InlineData("# check skip=StageNameCasing", "# check=skip=StageNameCasing")]
    [InlineData("# check=ignore=StageNameCasing", "# check=skip=StageNameCasing")]
    [InlineData("# check=skip=stagenamecasing", "# check=skip=StageNameCasing")]
    [InlineData("# check=skip=StageNameCaseing", "# check=skip=StageNameCasing")]
    public void A_near_miss_is_told_and_mended(string comment, string? mended)
    {
        var text = $"FROM alpine:3.22\n{comment}\nWORKDIR /a\n";
        Assert.Single(Found(text));
        if (mended is not null)
        {
            var result = new FixLoop(s_linter, new FixSelection(Applicability.Safe)).Run(new LintInput(SourceText.From(text)));
            Assert.Equal($"FROM alpine:3.22\n{mended}\nWORKDIR /a\n", result.Source.Text);
        }
    }

    [Theory]
    [InlineData("# hadolint ignore=DL3008 # why")]
    [InlineData("# hadolint ignore=DL3008,SC2086")]
    [InlineData("# dockerlint ignore=DL3008 -- why")]
    [InlineData("# dockerlint ignore=all")]
    [InlineData("# dockerlint ignore=unpinned-apt-packages,StageNameCasing,SC2016")]
    [InlineData("# check=skip=StageNameCasing // why")]
    [InlineData("# hadolint complains about DL3008 here")]
    [InlineData("# hadolint ignores DL3008 in stages")]
    [InlineData("# hadolint shell=bash")]
    [InlineData("# check the version of DL3008")]
    [InlineData("# check StageNames")]
    [InlineData("# docker ignores this")]
    [InlineData("# ignore errors")]
    [InlineData("# shellcheck disable=SC2086")]
    [InlineData("# pylint: disable=C0114")]
    public void What_works_or_was_never_meant_so_is_left_alone(string comment) =>
        Assert.Empty(Found($"FROM alpine:3.22\n{comment}\nWORKDIR /a\n"));

    [Fact]
    public void A_comment_behind_a_command_moves_above_the_instruction()
    {
        const string Text = "FROM alpine:3.22\nRUN sudo make # hadolint ignore=DL3004\n";
        Assert.Single(Found(Text));
        var result = new FixLoop(s_linter, new FixSelection(Applicability.Safe)).Run(new LintInput(SourceText.From(Text)));
        Assert.Equal("FROM alpine:3.22\n# hadolint ignore=DL3004\nRUN sudo make\n", result.Source.Text);
    }

    [Fact]
    public void Where_comments_are_forbidden_none_is_mended() => Assert.DoesNotContain(
        new Linter(RuleCatalog.For(Profile.Default), new LintConfig { Settings = LintSettings.Default with { IgnoresPragmas = true } })
            .Lint(SourceText.From("# dockerlint ingore=DL3008\nFROM alpine:3.22\n")),
        finding => finding.RuleId == Linter.UnusedSuppressionId);

    private static IEnumerable<Diagnostic> Found(string text) =>
        s_linter.Lint(SourceText.From(text)).Where(finding => finding.RuleId == Linter.UnusedSuppressionId);
}
