using Dockerlint.Linting;
using Dockerlint.Rules;
using Dockerlint.Testing;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests.Shell;

/// <summary>What our own checks find in scripts, at its place in the Dockerfile.</summary>
public sealed class ShellPlaceTests
{
    public static TheoryData<string, string?, string?> Places => new(ScriptPlaces.All);

    [Theory]
    [MemberData(nameof(Places))]
    // A comment says the shell, at the head of a script only, and of a shell that there is.
    [InlineData("FROM debian:12\nRUN <<EOF\n# shellcheck shell=bash\n[[ -n $HOME ]]\nEOF\n", null, null)]
    [InlineData("FROM debian:12\nRUN <<EOF\n\n# why\n# shellcheck disable=SC1090 shell=\"bash\"\n[[ -n $HOME ]]\nEOF\n", null, null)]
    [InlineData("FROM debian:12\nRUN <<EOF\n#!/bin/dash\n# shellcheck shell=bash\n[[ -n $HOME ]]\nEOF\n", null, null)]
    [InlineData("FROM debian:12\nENV X=1\nRUN true && \\\n  # shellcheck shell=bash\n  [[ -n $HOME ]]\n", null, null)]
    [InlineData("FROM rockylinux:9\nRUN <<EOF\n# shellcheck shell=dash\n[[ -n $HOME ]]\nEOF\n", "SC3010 4:1-4:15", "[[ -n $HOME ]]")]
    [InlineData("FROM debian:12\nRUN <<EOF\ntrue\n# shellcheck shell=bash\n[[ -n $HOME ]]\nEOF\n", "SC3010 5:1-5:15", "[[ -n $HOME ]]")]
    [InlineData("FROM debian:12\nRUN <<EOF\n# shellcheck shell=none\n[[ -n $HOME ]]\nEOF\n", "SC3010 4:1-4:15", "[[ -n $HOME ]]")]
    [InlineData("FROM debian:12\nRUN <<EOF\n#!/usr/bin/python3\n# shellcheck shell=bash\necho $x\nEOF\n", null, null)]
    // Comments that switch off: all, several, at the head, before one command.
    [InlineData("FROM debian:12\nARG X\nRUN <<EOF\n# shellcheck disable=all\necho $X\nEOF\n", null, null)]
    [InlineData("FROM debian:12\nARG X\nRUN <<EOF\n# shellcheck disable=SC2154,SC2086\necho $X $y\nEOF\n", null, null)]
    [InlineData("FROM debian:12\nARG X\nRUN <<EOF\n# shellcheck disable=SC2086\ntrue\necho $X\nEOF\n", "SC2086 6:6-6:8", "$X")]
    public void A_finding_stands_at_its_word(string text, string? expected, string? word)
    {
        var source = SourceText.From(text);
        var found = Lint(source);
        if (expected is null)
        {
            Assert.DoesNotContain(found, finding => finding.RuleId is "SC2086" or "SC2154" or "SC3010");
            return;
        }

        Assert.Contains(found, finding => expected.StartsWith(finding.RuleId, StringComparison.Ordinal)
            && source.ToString(finding.Span) == word);
    }

    [Theory]
    [InlineData("RUN echo $X", "RUN echo \"$X\"")]
    [InlineData("RUN true && \\\n  echo $X/a", "RUN true && \\\n  echo \"$X\"/a")]
    [InlineData("RUN <<EOF\necho $X\nEOF", "RUN <<EOF\necho \"$X\"\nEOF")]
    public void The_fix_of_an_unquoted_expansion_puts_quotes_around_it(string bad, string good)
    {
        var found = Assert.Single(Lint(SourceText.From($"FROM debian:12\nARG X\n{bad}\n")));
        var fix = Assert.Single(found.Fixes);
        Assert.Equal(Applicability.Unsafe, fix.Applicability);
        Assert.Equal($"FROM debian:12\nARG X\n{good}\n", fix.Edits.Apply($"FROM debian:12\nARG X\n{bad}\n"));
    }

    [Fact]
    public void The_profile_of_hadolint_tells_the_last_finding_of_a_run_at_its_keyword()
    {
        var source = SourceText.From("FROM debian:12\nRUN cat $a $(ls)\n");
        var linter = new Linter(RuleCatalog.All.OfType<ShellRule>(), new LintConfig { Profile = Profile.Hadolint });
        var found = Assert.Single(linter.Lint(source));
        Assert.Equal(("SC2046", "RUN"), (found.RuleId, source.ToString(found.Span)));
    }

    [Fact]
    public void Deep_nesting_and_many_calls_cost_no_more_than_their_length()
    {
        var nested = string.Concat(Enumerable.Repeat("for i in $x; do while true; do ", 80)) + "echo $i; " + string.Concat(
            Enumerable.Repeat("done; done; ", 80));
        var calls = string.Concat(Enumerable.Range(0, 60).Select(i => $"f{i + 1}() {{ f{i}; f{i}; }}; ")) + "f60; echo $x";
        var flat = string.Join("; ", Enumerable.Range(0, 3000).Select(i => $"x{i}=a && echo $x{i} || case $x{i} in a) y=b;; esac"));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        foreach (var script in (string[])[nested, calls, flat])
        {
            Lint(SourceText.From($"FROM debian:12\nRUN {script}\n"));
        }

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"{watch.Elapsed}");
    }

    // Four times the script may cost four times as much, and something for the noise of a busy machine; quadratic would be sixteen.
    [Theory]
    [InlineData("cat <<E{0}\na $x `b` \"q\" text\nE{0}\n", 500)]
    [InlineData("cat <<E{0}\na ${{x text\nE{0}\n", 100)]
    [InlineData("echo a{0}$x\"b\"\n# shellcheck disable=SC2154\ntrue && false\n", 500)]
    public void Many_heredocs_and_comments_cost_no_more_than_their_length(string piece, int count)
    {
        long Allocated(int pieces)
        {
            var script = string.Concat(Enumerable.Range(0, pieces).Select(i => string.Format(
                System.Globalization.CultureInfo.InvariantCulture, piece, i)));
            var source = SourceText.From($"FROM debian:12\nRUN <<DONE\n{script}DONE\n");
            Lint(source);
            var before = GC.GetAllocatedBytesForCurrentThread();
            Lint(source);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        var (few, many) = (Allocated(count), Allocated(4 * count));
        Assert.True(many < 8 * few, $"{few} bytes for {count}, {many} for {4 * count}");
    }

    private static IReadOnlyList<Diagnostic> Lint(SourceText source) =>
        [.. new Linter(RuleCatalog.All.OfType<ShellRule>()
            .Where(rule => rule.Info.Id is "SC2086" or "SC2154" or "SC3010" or "SC2128")).Lint(source)
            .Where(diagnostic => diagnostic.RuleId != Linter.SyntaxErrorId)];
}
