using System.Collections.Immutable;
using Dockerlint.Linting;
using Dockerlint.Rules;
using Dockerlint.Syntax;
using Dockerlint.Testing;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

public sealed class CatalogTests
{
    public static TheoryData<string> Ids => [.. RuleCatalog.All.Select(rule => rule.Info.Id)];

    [Fact]
    public void Every_rule_class_is_in_the_catalogue_once_and_in_order()
    {
        var classes = typeof(RuleCatalog).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Rule)) && !type.IsAbstract && type.Name != "CustomRule");
        Assert.Equal(classes.OrderBy(type => type.Name, StringComparer.Ordinal),
            RuleCatalog.All.Concat(RuleCatalog.Variants(Profile.Hadolint)).Concat(RuleCatalog.Variants(Profile.BuildKit))
                .Select(rule => rule.GetType()).OrderBy(type => type.Name, StringComparer.Ordinal));
        Assert.Equal(
            RuleCatalog.All.Select(rule => rule.Info.Id).Order(StringComparer.Ordinal), RuleCatalog.All.Select(rule => rule.Info.Id));
    }

    [Theory]
    [InlineData("hadolint")]
    [InlineData("buildkit")]
    public void A_variant_takes_the_place_of_one_rule_in_its_own_profile_only(string name)
    {
        var profile = Profile.All.Single(one => one.Name == name);
        var variants = RuleCatalog.Variants(profile);
        Assert.Equal(variants.Count, variants.DistinctBy(variant => variant.Info.Id).Count());
        Assert.All(variants, variant => Assert.Contains(RuleCatalog.All, rule => rule.Info.Id == variant.Info.Id));
        Assert.All(variants, variant => Assert.Equal(profile.Flag, variant.Info.Profiles));
    }

    [Theory]
    [InlineData("DL3003 DL3009 DL3014 DL3015 DL3019 DL3020 DL3021 DL3025 DL3027 DL3030 DL3034 DL3038 DL3042 DL3045 DL3046 DL3047 DL3059 "
        + "DL3060 DL3065 DL4000 DL4003 DL4004 DL4005 DL4006")]
    [InlineData("ConsistentInstructionCasing FromAsCasing StageNameCasing LegacyKeyValueFormat NoEmptyContinuation ExposeProtoCasing "
        + "ExposeInvalidFormat RedundantTargetPlatform MaintainerDeprecated")]
    [InlineData("DK1001 DK1005 DK1010 DK3001 DK3002 DK3003 DK4004 DK6011 DK6027")]
    public void What_is_mechanical_has_a_fix(string ids) =>
        Assert.All(ids.Split(' '), id => Assert.NotEqual(FixAvailability.None, RuleCatalog.All.First(rule => rule.Info.Id == id).Info.Fix));

    [Fact]
    public void The_strict_profile_has_every_rule() => Assert.Equal(RuleCatalog.All, RuleCatalog.For(Profile.Strict));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_documented_example_is_true(string id)
    {
        var rule = RuleCatalog.All.Single(rule => rule.Info.Id == id);
        Assert.NotEmpty(rule.Info.Doc.Examples);
        foreach (var example in rule.Info.Doc.Examples)
        {
            var found = Lint(rule, example, example.Bad);

            // What builders reject is reported as a syntax error as well; such a rule is not in the default profile.
            if (!rule.Info.Profiles.HasFlag(Profiles.Default))
            {
                found = [.. found.Where(diagnostic => diagnostic.RuleId != Linter.SyntaxErrorId)];
            }

            Assert.NotEmpty(found);
            Assert.All(found, diagnostic => Assert.Equal(id, diagnostic.RuleId));
            Assert.Empty(Lint(rule, example, example.Good));
            if (example.FixedDockerIgnore is not null)
            {
                var fix = Assert.Single(Assert.Single(found).Fixes);
                Assert.Equal(example.FixedDockerIgnore, LintContext.AddLines(example.DockerIgnore, fix.IgnoreLines));
                Assert.Empty(Lint(rule, example with { DockerIgnore = example.FixedDockerIgnore }, example.Bad));
            }

            if (example.Fixed is not null)
            {
                // Of several alternatives the first is the one that is applied.
                var fix = Assert.Single(found).Fixes[0];
                Assert.Equal(example.Fixed, fix.Edits.Apply(example.Bad));
                Assert.Empty(Lint(rule, example, example.Fixed));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_survives_every_corpus_file(string id)
    {
        Assert.SkipWhen(SharedCorpus.Missing is not null, SharedCorpus.Missing ?? "");
        var rule = RuleCatalog.All.Single(rule => rule.Info.Id == id);
        foreach (var file in SharedCorpus.TrainFiles())
        {
            var source = SourceText.FromBytes(File.ReadAllBytes(file), file);
            var found = LinterFor(rule).Lint(source);
            Assert.DoesNotContain(found, diagnostic => diagnostic.RuleId == Linter.InternalErrorId);
        }
    }

    [Theory]
    [InlineData("FROM a:1\n# hadolint ignore=DL4000\nMAINTAINER x\n")]
    [InlineData("FROM a:1\n# hadolint ignore=DL4000 # reason\n# hadolint ignore=DL3004\nMAINTAINER x\n")]
    [InlineData("FROM a:1\n# dockerlint ignore=MaintainerDeprecated -- kept on purpose\nMAINTAINER x\n")]
    [InlineData("# hadolint global ignore=DL4000\nFROM a:1\n\nMAINTAINER x\n")]
    [InlineData("# check=skip=MaintainerDeprecated\nFROM a:1\nMAINTAINER x\n")]
    public void Comments_switch_findings_off(string text)
    {
        Assert.Empty(new Linter(RuleCatalog.For(Profile.Default)).Lint(SourceText.From(text)));
    }

    [Theory]
    [InlineData("FROM a:1\n# hadolint ignore=DL4001\nMAINTAINER x\n", "MAINTAINER")]
    [InlineData("FROM a:1\nRUN ls && \\\n  # why\n  sudo rm x\n", "sudo")]
    [InlineData("FROM a:1\nRUN <<EOF\nset -e\nsudo rm x\nEOF\n", "sudo")]
    [InlineData("FROM a:1\nONBUILD RUN x $(sudo y)\n", "sudo")]
    [InlineData("FROM a:1\nRUN echo sudo 'sudo ls'; if true; then sudo ls; fi\n", "sudo")]
    [InlineData("FROM a:1\nRUN [\"sudo\", \"x\"]\n", "sudo")]
    [InlineData("FROM a:1\nRUN [\"sh\", \"-c\", \"x && sudo y\"]\n", "sudo")]
    [InlineData("FROM a:1\nRUN env A=b timeout 9 /usr/bin/sudo -n ls\n", "/usr/bin/sudo")]
    public void Findings_stand_at_the_very_word(string text, string word)
    {
        var found = Assert.Single(new Linter(RuleCatalog.For(Profile.Default)).Lint(SourceText.From(text)));
        Assert.Equal(word, text.Substring(found.Span.Start, found.Span.Length));
    }

    [Theory]
    [InlineData("FROM a:1\nSHELL [\"powershell\", \"-Command\"]\nRUN sudo x\n")]
    [InlineData("FROM a:1\nRUN [\"python3\", \"-c\", \"sudo x\"]\n")]
    [InlineData("FROM a:1\nRUN <<EOF\n#!/usr/bin/env python3\nsudo\nEOF\n")]
    public void Scripts_of_other_languages_are_left_alone(string text)
    {
        Assert.Empty(new Linter(RuleCatalog.For(Profile.Default)).Lint(SourceText.From(text)));
    }

    private static IReadOnlyList<Diagnostic> Lint(Rule rule, string text) => LinterFor(rule).Lint(SourceText.From(text));

    private static IReadOnlyList<Diagnostic> Lint(Rule rule, RuleExample example, string text) =>
        new Linter([rule], MarkedCase.Config with { Settings = example.Settings with { Today = MarkedCase.Config.Settings.Today } })
            .Lint(ExampleInput.Of(example, text)).Diagnostics;

    private static Linter LinterFor(Rule rule) => new([rule], MarkedCase.Config);
}
