using Dockerlint.Linting;
using Dockerlint.ShellCheck;
using Dockerlint.Syntax;
using Dockerlint.Testing;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>What ShellCheck finds, at its place in the Dockerfile. Skipped where there is no shellcheck on PATH.</summary>
public sealed class ShellCheckTests
{
    public static TheoryData<string, string?, string?> Places => new(ScriptPlaces.All);

    private const string Missing = "there is no shellcheck on PATH";

    [Theory]
    [MemberData(nameof(Places))]
    public void A_finding_stands_at_its_word(string text, string? expected, string? word)
    {
        var source = SourceText.From(text);
        var found = Check(source, Profile.Default);
        if (expected is null)
        {
            Assert.DoesNotContain(found, finding => finding.RuleId is "SC2086" or "SC2154" or "SC3010");
            return;
        }

        var place = found.Select(finding => Place(source, finding)).ToList();
        Assert.Contains(place, shown => expected.StartsWith(shown, StringComparison.Ordinal));
        Assert.Contains(found, finding => source.ToString(finding.Span) == word);
    }

    [Fact]
    public void Its_fix_is_offered_where_the_text_is_that_of_the_dockerfile()
    {
        const string Text = "FROM debian:12\nARG X\nRUN true && \\\n    echo $X $(cat \\\n y)\n";
        var source = SourceText.From(Text);
        var quotes = Assert.Single(Check(source, Profile.Default), finding => finding.RuleId == "SC2086");
        var fix = Assert.Single(quotes.Fixes);
        Assert.Equal(Applicability.Unsafe, fix.Applicability);
        Assert.Equal(Text.Replace("echo $X", "echo \"$X\"", StringComparison.Ordinal), fix.Edits.Apply(Text));
    }

    [Fact]
    public void Levels_are_those_of_shellcheck()
    {
        var found = Check(SourceText.From("FROM debian:12\nARG X\nRUN echo $X; cd `x`; read y; if\n"), Profile.Default);
        Assert.Contains(found, finding => finding.Severity == Severity.Error);
        found = Check(SourceText.From("FROM debian:12\nARG X\nRUN echo $X; cd `x`; echo $z\n"), Profile.Default);
        Assert.Contains(found, finding => (finding.RuleId, finding.Severity) == ("SC2086", Severity.Info));
        Assert.Contains(found, finding => (finding.RuleId, finding.Severity) == ("SC2006", Severity.Style));
        Assert.Contains(found, finding => (finding.RuleId, finding.Severity) == ("SC2154", Severity.Warning));
    }

    [Fact]
    public void Hadolints_verdict_stands_at_the_run_and_knows_no_unquoted_variables_of_the_file()
    {
        var source = SourceText.From("FROM debian:12\nARG X\nRUN true && \\\n  echo $X $y\n");
        var found = Check(source, Profile.Hadolint);
        // It keeps one finding a RUN, the last.
        var finding = Assert.Single(found);
        Assert.Equal("SC2086", finding.RuleId);
        Assert.Equal("RUN", source.ToString(finding.Span));
        Assert.Empty(Check(SourceText.From("FROM debian:12\nARG X\nRUN echo $X\n"), Profile.Hadolint));

        // The name of a variable that is itself made of one trips over hadolint's own declaration of it.
        const string Composed = "FROM debian:12 AS a\nARG X\nENV A_${X}_B=1\nRUN true\nFROM a\nRUN true\n";
        Assert.Equal(["SC2086", "SC2086"], Check(SourceText.From(Composed), Profile.Hadolint).Select(entry => entry.RuleId));
        Assert.Empty(Check(SourceText.From(Composed), Profile.Default));
    }

    [Fact]
    public void Findings_of_several_files_stay_apart()
    {
        var checker = Checker(Profile.Default);
        SourceText[] sources = [SourceText.From("FROM debian:12\nARG A\nRUN echo $A\n"), SourceText.From("FROM scratch\n"),
            SourceText.From("FROM debian:12\nRUN echo $b\nRUN echo `c`\n")];
        var checks = checker.Check(sources);
        Assert.Null(checks.Problem);
        Assert.Single(checks.Find(DockerfileParser.Parse(sources[0]))!);
        Assert.Empty(checks.Find(DockerfileParser.Parse(sources[1]))!);
        Assert.Equal(
            [2, 3], checks.Find(DockerfileParser.Parse(sources[2]))!.Select(finding => sources[2].Lines.GetLine(finding.Span.Start))
            .Distinct().Order());
    }

    [Fact]
    public void A_comment_for_hadolint_switches_a_finding_off()
    {
        var source = SourceText.From("FROM debian:12\nARG X\n# hadolint ignore=SC2086\nRUN echo $X\n");
        var result = new Linter([]).Lint(new LintInput(source) { Foreign = Checker(Profile.Default).Check([source]) });
        Assert.Empty(result.Diagnostics);
        Assert.Single(result.Suppressed);
    }

    private static string Place(SourceText source, Diagnostic finding)
    {
        var start = source.Lines.GetPosition(finding.Span.Start);
        var end = source.Lines.GetPosition(finding.Span.End);
        return $"{finding.RuleId} {start.Line}:{start.Column}-{end.Line}:{end.Column}";
    }

    private static IReadOnlyList<Diagnostic> Check(SourceText source, Profile profile)
    {
        var checks = Checker(profile).Check([source]);
        Assert.Null(checks.Problem);
        return checks.Find(DockerfileParser.Parse(source))!;
    }

    private static ShellChecker Checker(Profile profile)
    {
        var checker = ShellChecker.Find(profile.Scripts);
        Assert.SkipWhen(checker is null, Missing);
        return checker!;
    }
}
