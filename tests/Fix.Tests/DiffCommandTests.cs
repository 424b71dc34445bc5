using System.Globalization;
using System.Text;
using Dockerlint.Reporting;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>Unified diffs, judged by the programs that apply them.</summary>
public sealed class DiffCommandTests
{
    [Fact]
    public void Diff_prints_and_writes_nothing()
    {
        using var place = new Workplace();
        const string text = "FROM alpine:3.22\nADD app.py /srv/\n";
        place.Write("Dockerfile", text);
        var outcome = place.Lint("--diff", "Dockerfile");
        Assert.Equal("--- a/Dockerfile\n+++ b/Dockerfile\n@@ -1,2 +1,2 @@\n FROM alpine:3.22\n-ADD app.py /srv/\n+COPY app.py /srv/\n",
            outcome.Output);
        Assert.Equal(text, place.Read("Dockerfile"));
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("DL3020", outcome.Error, StringComparison.Ordinal);
        Assert.EndsWith("would fix 1 finding in 1 file\n", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_with_nothing_to_fix_has_no_diff()
    {
        using var place = new Workplace();
        place.Write("Dockerfile", "FROM alpine:3.22\n");
        var outcome = place.Lint("--diff", "Dockerfile");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Output));
    }

    [Theory]
    [InlineData("Dockerfile", "git")]
    [InlineData("Dockerfile", "patch")]
    [InlineData("a b/c d.Dockerfile", "git")]
    [InlineData("a b/c d.Dockerfile", "patch")]
    [InlineData("t\t\"q\".Dockerfile", "git")]
    [InlineData("t\t\"q\".Dockerfile", "patch")]
    [InlineData("caf\u00e9.Dockerfile", "git")]
    public void The_diff_of_the_program_can_be_applied(string name, string tool)
    {
        using var place = new Workplace();
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. "FROM alpine:3.22\r\n# "u8, 0xE9,
            .. "\r\nRUN a\r\nRUN b\r\nRUN c\r\nADD x.py /srv/\r\nADD app.py /srv/"u8];
        place.Write(name, bytes);
        var diff = place.Lint("--diff", "--fix-only", "DL3020", name).Output;
        place.Write("changes.diff", Encoding.Latin1.GetBytes(diff));
        Apply(place, tool);
        Assert.Equal(
            Encoding.Latin1.GetString(bytes).Replace("ADD", "COPY", StringComparison.Ordinal),
            Encoding.Latin1.GetString(File.ReadAllBytes(place[name])));
    }

    [Theory]
    [InlineData("git")]
    [InlineData("patch")]
    public void Any_two_texts_make_a_diff_that_can_be_applied(string tool)
    {
        var random = new Random(20260101);
        using var place = new Workplace();
        var expected = new List<string>();
        var diff = new StringBuilder();
        for (var i = 0; i < 150; i++)
        {
            var before = Lines(random, 1);
            var after = i % 3 == 0 ? Lines(random, 0) : Mutate(random, before);
            place.Write(string.Create(CultureInfo.InvariantCulture, $"f{i}"), before);
            diff.Append(UnifiedDiff.Write(string.Create(CultureInfo.InvariantCulture, $"f{i}"), before, after));
            expected.Add(after);
        }

        place.Write("changes.diff", diff.ToString());
        Apply(place, tool);
        Assert.Equal(expected, Enumerable.Range(0, expected.Count).Select(i => File.Exists(place[$"f{i}"]) ? place.Read($"f{i}") : ""));
    }

    [Fact]
    public void A_change_of_one_line_is_a_hunk_of_that_line_with_three_lines_around()
    {
        var before = string.Concat(Enumerable.Range(1, 30).Select(i => $"{i}\n"));
        var after = before.Replace("\n15\n", "\nx\ny\n", StringComparison.Ordinal).Replace("\n29\n", "\n", StringComparison.Ordinal);
        Assert.Equal(
            "--- a/f\n+++ b/f\n@@ -12,7 +12,8 @@\n 12\n 13\n 14\n-15\n+x\n+y\n 16\n 17\n 18\n@@ -26,5 +27,4 @@\n 26\n 27\n 28\n-29\n 30\n",
            UnifiedDiff.Write("f", before, after));
    }

    private static void Apply(Workplace place, string tool)
    {
        try
        {
            var outcome = tool == "git"
                ? place.Run("git", "", "apply", "--whitespace=nowarn", "changes.diff")
                : place.Run("patch", "", "-p1", "--binary", "-s", "-i", "changes.diff");
            Assert.True(outcome.ExitCode == 0, outcome.Output + outcome.Error);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"{tool} is not installed");
        }
    }

    private static string Lines(Random random, int least)
    {
        var text = string.Concat(Enumerable.Range(0, random.Next(least, 25)).Select(_ => (char)random.Next('a', 'f') + "\n"));
        return random.Next(4) == 0 ? text.TrimEnd('\n') : text;
    }

    private static string Mutate(Random random, string text)
    {
        var lines = text.Split('\n').ToList();
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var at = random.Next(lines.Count);
            switch (random.Next(3))
            {
                case 0:
                    lines.Insert(at, "new");
                    break;
                case 1 when lines.Count > 1:
                    lines.RemoveAt(at);
                    break;
                default:
                    lines[at] = "other";
                    break;
            }
        }

        return string.Join('\n', lines);
    }
}
