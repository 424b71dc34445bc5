using System.Text.Json;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>Fixing through the real program with the real ShellCheck. Skipped where there is no shellcheck on PATH.</summary>
public sealed class ShellCheckFixTests
{
    private static readonly string[] s_commands =
    [
        "rm $A", "cp $A $B", "cp -r $LONGNAME", "cd /x", "cd /x && make $A", "apt-get install git",
        "apt-get update && apt-get install -y curl", "echo `date`",
        "sudo apt-get install vim", "wget http://example.com/$A", "echo $A$B", "test -f $A && echo \"$B\" | cat", "pip install x",
        "cd src && cp $A .",
    ];

    private static bool IsInstalled => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, "shellcheck")));

    [Theory]
    [InlineData("FROM debian:12\nARG A=x\nARG B=y\nRUN cp $A $B\n", "FROM debian:12\nARG A=x\nARG B=y\nRUN cp \"$A\" \"$B\"\n")]
    [InlineData("FROM debian:12\nARG A=x\nRUN echo $A$A\n", "FROM debian:12\nARG A=x\nRUN echo \"$A\"\"$A\"\n")]
    [InlineData("FROM debian:12\nRUN cd /x\n", null)]
    [InlineData("FROM debian:12\nARG LONGNAME=x\nRUN apt-get install git\nRUN cp -r $LONGNAME /y\n", null)]
    public void Quotes_stand_where_they_belong(string text, string? expected)
    {
        Assert.SkipUnless(IsInstalled, "there is no shellcheck on PATH");
        using var place = new Workplace();
        place.Write("Dockerfile", text);
        place.Lint("--fix", "--unsafe-fixes", "Dockerfile");
        var after = place.Read("Dockerfile");
        Assert.DoesNotContain("WORKDIR /x ||", after, StringComparison.Ordinal);
        Assert.DoesNotContain("\"-r \"", after, StringComparison.Ordinal);
        if (expected is not null)
        {
            Assert.Equal(expected, after);
        }
    }

    [Fact]
    public void A_file_that_is_fixed_costs_neither_the_others_nor_the_report()
    {
        Assert.SkipUnless(IsInstalled, "there is no shellcheck on PATH");
        using var place = new Workplace();
        place.Write("a/Dockerfile", "FROM --platform=$TARGETPLATFORM alpine:3.22\nRUN rm $A\n");
        place.Write("b/Dockerfile", "FROM alpine:3.22\nADD app.py /srv/\n");
        var outcome = place.Lint("--fix", "-f", "json", "-o", "report.json", ".");
        Assert.True(outcome.ExitCode is 0 or 1, outcome.Error);
        Assert.Equal("FROM alpine:3.22\nRUN rm $A\n", place.Read("a/Dockerfile"));
        Assert.Equal("FROM alpine:3.22\nCOPY app.py /srv/\n", place.Read("b/Dockerfile"));
        Assert.NotEmpty(place.Read("report.json"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void What_is_left_after_fixing_is_what_a_fresh_look_finds_and_a_second_run_changes_nothing(int seed)
    {
        Assert.SkipUnless(IsInstalled, "there is no shellcheck on PATH");
        using var place = new Workplace();
        var random = new Random(seed);
        for (var i = 0; i < 12; i++)
        {
            var lines = Enumerable.Range(0, random.Next(1, 6)).Select(_ =>
                $"{(random.Next(4) == 0 ? "# hadolint ignore=SC2086,DL3008\n" : "")}RUN {s_commands[random.Next(s_commands.Length)]}\n");
            place.Write($"{i}/Dockerfile",
                $"FROM {(random.Next(2) == 0 ? "--platform=$TARGETPLATFORM " : "")}debian:12\nARG A=x\nARG "
                + $"LONGNAME=z\n{string.Concat(lines)}");
        }

        string[] boldness = seed % 2 == 0 ? ["--fix"] : ["--fix", "--unsafe-fixes"];
        var first = place.Lint([.. boldness, "-f", "jsonl", "."]);
        Assert.True(first.ExitCode is 0 or 1, first.Error);
        var fresh = place.Lint("-f", "jsonl", ".");
        Assert.Equal(Findings(fresh.Output), Findings(first.Output));
        var texts = Enumerable.Range(0, 12).Select(i => place.Read($"{i}/Dockerfile")).ToList();
        place.Lint([.. boldness, "."]);
        Assert.Equal(texts, Enumerable.Range(0, 12).Select(i => place.Read($"{i}/Dockerfile")));
    }

    private static List<string> Findings(string output) =>
        [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetRawText())];
}
