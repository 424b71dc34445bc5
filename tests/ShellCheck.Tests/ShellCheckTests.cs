using Dockerlint.Linting;
using Dockerlint.ShellCheck;
using Dockerlint.Syntax;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>What ShellCheck finds, at its place in the Dockerfile. Skipped where there is no shellcheck on PATH.</summary>
public sealed class ShellCheckTests
{
    private const string Missing = "there is no shellcheck on PATH";

    [Theory]
    // A place behind continuations, comments, tabs and characters outside the basic plane.
    [InlineData("FROM debian:12\nRUN echo a && \\\n    # why\n\techo $x\n", "SC2154 4:7-4:9 x", "$x")]
    [InlineData("FROM debian:12\nARG X\nRUN echo '\U0001F600' $X\n", "SC2086 3:15-3:17", "$X")]
    [InlineData("FROM debian:12\r\nARG X\r\nRUN true && \\\r\n  echo $X\r\n", "SC2086 4:8-4:10", "$X")]
    // Heredocs: alone, with tabs, behind a command, with an interpreter of their own.
    [InlineData("FROM debian:12\nARG X\nRUN <<EOF\necho hi\n\techo $X\nEOF\n", "SC2086 5:7-5:9", "$X")]
    [InlineData("FROM debian:12\nARG X\nRUN <<-EOF\n\t\techo $X\n\tEOF\n", "SC2086 4:8-4:10", "$X")]
    [InlineData("FROM debian:12\nARG X\nRUN cat <<EOF > $X\n$X\nEOF\n", "SC2086 3:17-3:19", "$X")]
    [InlineData("FROM debian:12\nARG X\nRUN <<EOF\n#!/bin/bash\nX=(1 2)\necho $X\nEOF\n", "SC2128 6:6-6:8", "$X")]
    [InlineData("FROM debian:12\nRUN <<EOF\n#!/usr/bin/env python3\nprint($x\nEOF\n", null, null)]
    // Variables of the file are set; an ARG asks for quotes, an ENV of a plain value does not.
    [InlineData("FROM debian:12\nARG a=\"1\" \\\n    b=\"2\"\nRUN echo \"$a $b\"\n", null, null)]
    [InlineData("FROM debian:12\nARG FOO\nRUN python foo.py --foo $FOO\n", "SC2086 3:25-3:29", "$FOO")]
    [InlineData("FROM debian:12\nENV foo=1.2\nRUN echo $foo\n", null, null)]
    [InlineData("FROM debian:12\nENV foo=\"a b\"\nRUN echo $foo\n", "SC2086 3:10-3:14", "$foo")]
    [InlineData("FROM debian:12 AS a\nENV foo=x\nFROM a\nRUN echo $foo\n", null, null)]
    // The shell: SHELL, the base image, a comment for hadolint.
    [InlineData("FROM debian:12\nRUN [[ -n $HOME ]]\n", "SC3010 2:5-2:19", "[[ -n $HOME ]]")]
    [InlineData("FROM debian:12\nSHELL [\"/bin/bash\", \"-c\"]\nENV X=1\nRUN [[ -n $HOME ]]\n", null, null)]
    [InlineData("FROM rockylinux:9\nRUN [[ -n $HOME ]]\n", null, null)]
    [InlineData("FROM alpine:3.22\nRUN [[ -n $HOME ]]\n", null, null)]
    [InlineData("FROM example.com/own:1\nRUN [[ -n $HOME ]]\n", null, null)]
    [InlineData("FROM debian:12\n# hadolint shell=bash\nRUN [[ -n $HOME ]]\n", null, null)]
    // No shell that ShellCheck knows.
    [InlineData("FROM mcr.microsoft.com/windows/servercore:ltsc2022\nRUN powershell -Command foreach ($f in Get-ChildItem) { $f }\n", null,
        null)]
    [InlineData("FROM debian:12\nSHELL [\"pwsh\", \"-Command\"]\nRUN echo $x\n", null, null)]
    [InlineData("FROM debian:12\nARG f\nRUN [\"foobar\",\"$f\"]\n", null, null)]
    // ShellCheck's own comments, in a heredoc and between continued lines.
    [InlineData("FROM debian:12\nARG X\nRUN <<EOF\n# shellcheck disable=SC2086\necho $X\nEOF\n", null, null)]
    [InlineData("FROM debian:12\nARG X\nRUN echo && \\\n  # shellcheck disable=SC2086\n  echo $X\n", null, null)]
    [InlineData("FROM debian:12\nARG X\nONBUILD RUN echo $X\n", "SC2086 3:18-3:20", "$X")]
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
