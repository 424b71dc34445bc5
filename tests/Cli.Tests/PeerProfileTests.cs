using System.Text.Json;
using Dockerlint.Testing;
using Xunit;

namespace Dockerlint.Tests.Cli;

/// <summary>The profiles of peers through the program itself, over all files of the corpus, against what the peers report.</summary>
public sealed class PeerProfileTests
{
    [Fact]
    public void With_the_hadolint_profile_the_program_reports_what_hadolint_does()
    {
        Assert.SkipWhen(SharedCorpus.Missing is not null, SharedCorpus.Missing ?? "");
        var theirs = Rows("hadolint-findings.tsv").Where(row => row[2].StartsWith("DL", StringComparison.Ordinal)).ToList();

        // Where hadolint cannot read a file, it says nothing else.
        var unread = theirs.Where(row => row[2] == "DL1000").Select(row => row[0]).ToHashSet(StringComparer.Ordinal);
        var expected = theirs.Where(row => row[2] != "DL1000").Select(row => $"{row[0]}:{row[1]} {row[2]} {row[3]}")
            .ToHashSet(StringComparer.Ordinal);
        var actual = Run("hadolint").Where(found => !unread.Contains(found.File))
            .Select(found => $"{found.File}:{found.Line} {found.Code} {found.Level}").ToHashSet(StringComparer.Ordinal);
        Assert.True(expected.Count > 3000, $"only {expected.Count} findings to compare with");
        Assert.Equal([], Differences(expected, actual));
    }

    [Fact]
    public void With_the_hadolint_profile_the_findings_of_ShellCheck_are_those_of_hadolint()
    {
        Assert.SkipWhen(SharedCorpus.Missing is not null, SharedCorpus.Missing ?? "");
        var version = ShellCheckVersion();
        Assert.SkipWhen(version is null, "there is no shellcheck on PATH");
        var theirs = Rows("hadolint-findings.tsv").ToList();
        var unread = theirs.Where(row => row[2] == "DL1000").Select(row => row[0]).ToHashSet(StringComparer.Ordinal);
        var expected = theirs.Where(row => row[2].StartsWith("SC", StringComparison.Ordinal))
            .Select(row => $"{row[0]}:{row[1]} {row[2]} {row[3]}").ToHashSet(StringComparer.Ordinal);
        var ours = Run("hadolint", "required")
            .Where(found => found.Code.StartsWith("SC", StringComparison.Ordinal) && !unread.Contains(found.File)).ToList();
        var actual = ours.Select(found => $"{found.File}:{found.Line} {found.Code} {found.Level}").ToHashSet(StringComparer.Ordinal);
        Assert.True(expected.Count > 500, $"only {expected.Count} findings to compare with");
        Assert.InRange(expected.Intersect(actual).Count(), expected.Count * 95 / 100, expected.Count);

        // hadolint 2.15 has ShellCheck 0.11, which no longer gives these; of a RUN only the last finding is kept, so they stand in for
        // others.
        Assert.SkipUnless(version!.StartsWith("0.9.", StringComparison.Ordinal), "differences are known for ShellCheck 0.9, not for "
            + $"{version}");
        var gone = ours.Where(found => found.Code is "SC2002" or "SC2015" or "SC2236").Select(found => $"{found.File}:{found.Line}")
            .ToHashSet(StringComparer.Ordinal);
        Assert.Equal([], Differences(expected, actual).Where(row => !gone.Contains(row.Split(' ')[1])));
    }

    [Fact]
    public void With_the_hadolint_profile_our_own_checks_of_scripts_say_what_hadolint_says()
    {
        Assert.SkipWhen(SharedCorpus.Missing is not null, SharedCorpus.Missing ?? "");
        var theirs = Rows("hadolint-findings.tsv").ToList();
        var unread = theirs.Where(row => row[2] == "DL1000").Select(row => row[0]).ToHashSet(StringComparer.Ordinal);

        // Of a script that cannot be read hadolint tells one of several things, and most of those are no scripts of a shell.
        var broken = theirs.Where(row => row[2].StartsWith("SC10", StringComparison.Ordinal)).Select(row => $"{row[0]}:{row[1]}")
            .ToHashSet(StringComparer.Ordinal);
        var expected = theirs.Where(row => row[2].StartsWith("SC", StringComparison.Ordinal) && !broken.Contains($"{row[0]}:{row[1]}"))
            .Select(row => $"{row[0]}:{row[1]} {row[2]} {row[3]}").ToHashSet(StringComparer.Ordinal);
        var actual = Run("hadolint", "native").Where(found => found.Code.StartsWith("SC", StringComparison.Ordinal)
            && !unread.Contains(found.File) && !broken.Contains($"{found.File}:{found.Line}"))
            .Select(found => $"{found.File}:{found.Line} {found.Code} {found.Level}").ToHashSet(StringComparer.Ordinal);
        Assert.True(expected.Count > 400, $"only {expected.Count} findings to compare with");
        Assert.True(
            Differences(expected, actual).Count * 100 <= expected.Count * 3, string.Join('\n', Differences(expected, actual)));
    }

    [Fact]
    public void With_the_buildkit_profile_the_program_reports_what_the_engine_does()
    {
        Assert.SkipWhen(SharedCorpus.Missing is not null, SharedCorpus.Missing ?? "");
        var theirs = Rows("buildkit-checks.tsv").ToList();

        // The engine stops at an error, and at a base image it cannot get; what it printed before must be there.
        var stopped = theirs.Where(row => row[2] is "buildError" or "unresolved").Select(row => row[0]).ToHashSet(StringComparer.Ordinal);
        var failed = theirs.Where(row => row[2] == "buildError").Select(row => row[0]).ToHashSet(StringComparer.Ordinal);
        var expected = Numbered(
            theirs.Where(row => row[2] is not ("buildError" or "unresolved")).Select(row => $"{row[0]}:{row[1]} {row[2]} warning"));
        var run = Run("buildkit");
        var actual = Numbered(run.Where(found => found.Code != "DL1000").Select(found => $"{found.File}:{found.Line} {found.Code} "
            + $"{found.Level}"));
        Assert.True(expected.Count > 900, $"only {expected.Count} findings to compare with");
        Assert.Equal(
            [], Differences(
            expected, [.. actual.Where(found =>
            expected.Contains(found) || !stopped.Contains(found[..found.IndexOf(':', StringComparison.Ordinal)]))]));
        Assert.Equal([], run.Where(found => found.Code == "DL1000").Select(found => found.File).Except(failed));
    }

    private static string? ShellCheckVersion()
    {
        var outcome = CommandLine.Shell(SharedCorpus.At("."), "shellcheck --version 2>/dev/null");
        return outcome.Output.Split('\n').FirstOrDefault(line => line.StartsWith("version: ", StringComparison.Ordinal))?[9..];
    }

    private static IEnumerable<string[]> Rows(string list) =>
        File.ReadLines(SharedCorpus.At(list)).Skip(1).Select(line => line.Split('\t'));

    private static List<string> Differences(HashSet<string> expected, HashSet<string> actual) =>
        [.. expected.Except(actual).Select(row => "- " + row), .. actual.Except(expected).Select(row => "+ " + row)];

    // Two findings of one rule on one line, such as two undefined variables, stay two.
    private static HashSet<string> Numbered(IEnumerable<string> findings) =>
        [.. findings.GroupBy(finding => finding).SelectMany(group => group.Select((finding, number) => $"{finding} {number}"))];

    private static List<(string File, int Line, string Code, string Level)> Run(string profile, string shellcheck = "off")
    {
        var outcome =
            CommandLine.Run(SharedCorpus.At("train"), "lint", "--profile", profile, "--shellcheck", shellcheck, "--format", "json", ".");
        Assert.Equal("", outcome.Error);
        using var json = JsonDocument.Parse(outcome.Output);
        return [.. json.RootElement.EnumerateArray().Select(found => (
            found.GetProperty("file").GetString()!,
            found.GetProperty("line").GetInt32(),
            found.GetProperty("code").GetString()!,
            found.GetProperty("level").GetString()!))];
    }
}
