using System.Text.Json;
using Xunit;

namespace Dockerlint.Tests.Cli;

/// <summary><c>dockerlint cache check</c>.</summary>
public sealed class CacheCheckTests : IDisposable
{
    private const string Dockerfile =
        "FROM node:24 AS deps\nWORKDIR /app\nCOPY package.json ./\nRUN npm ci\n\nFROM deps\nARG GIT_SHA\nCOPY . .\nRUN npm run build\n";

    private readonly Workspace _workspace = new Workspace().Add("Dockerfile", Dockerfile).Add(".dockerignore", "docs\nbudget.yml\n")
        .Add("package.json", "{}").Add("src/a.js", "1").Add("docs/a.md", "1").Add("README.md", "1");

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("{change: src/**, keep: 4}")]
    [InlineData("{change: src/**, keep-stage: deps}")]
    [InlineData("{change: src/**, keep: npm ci}")]
    [InlineData("{change: [src/**, README.md], rebuild: 2, seconds: 90}")]
    [InlineData("{change: docs/**, rebuild: nothing}")]
    [InlineData("{change: '**', except: [package.json], keep: npm ci}")]
    [InlineData("{arg: GIT_SHA, keep: 8}")]
    public void A_budget_that_is_kept_is_silent(string entry)
    {
        var outcome = Check(entry);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.DoesNotContain("DK11", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{change: README.md, rebuild: nothing}", "8:1",
        "COPY is done again when only README.md changes (`README.md` changed, read by COPY . . at line 8), but 2 steps are rebuilt where "
        + "none may be (budget.yml:2)")]
    [InlineData("{name: front, change: src/**, keep: 8}", "8:1",
        "COPY is done again when only src/** changes (`src/a.js` changed, read by COPY . . at line 8), but steps up to line 8 must stay "
        + "(budget.yml:2: front)")]
    [InlineData("{change: package.json, keep-stage: deps}", "3:1",
        "COPY is done again when only package.json changes (`package.json` changed, read by COPY package.json ./ at line 3), but stage "
        + "deps must stay (budget.yml:2)")]
    [InlineData("{change: src/**, keep: npm run}", "8:1",
        "COPY is done again when only src/** changes (`src/a.js` changed, read by COPY . . at line 8), but npm run and what is above it "
        + "must stay (budget.yml:2)")]
    [InlineData("{change: src/**, seconds: 10}", "8:1",
        "COPY is done again when only src/** changes (`src/a.js` changed, read by COPY . . at line 8), but rebuilding takes 60.5 s "
        + "(estimate) where 10 s are allowed (budget.yml:2)")]
    [InlineData("{arg: GIT_SHA, rebuild: 0}", "9:1",
        "RUN is done again when only ARG GIT_SHA changes (build argument GIT_SHA changed, in force since line 7), but 1 step is rebuilt "
        + "where none may be (budget.yml:2)")]
    public void A_budget_that_is_exceeded_is_a_finding_at_the_first_step_that_is_done_again(string entry, string place, string message)
    {
        var outcome = Check(entry, "--format", "gnu");
        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Error));
        Assert.Contains($"Dockerfile:{place}: DK1101 error: {message}", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_that_fits_no_file_is_told()
    {
        var outcome = Check("{change: lib/**, rebuild: nothing}");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("DK1102", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("no file fits lib/**: budget.yml:2 checks nothing", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void SARIF_has_the_rule_and_the_place()
    {
        var run = JsonDocument.Parse(Check("{change: README.md, rebuild: nothing}", "--format", "sarif").Output).RootElement.GetProperty(
            "runs")[0];
        Assert.Equal("DK1101", run.GetProperty("results")[0].GetProperty("ruleId").GetString());
        Assert.Contains(run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray(), rule =>
            rule.GetProperty("id").GetString() == "DK1101");
        Assert.Equal(8, run.GetProperty("results")[0].GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region")
            .GetProperty("startLine").GetInt32());
    }

    [Theory]
    [InlineData("failure-threshold: error\nrules: {DK1101: info}\n", 0, "DK1101 info: ")]
    [InlineData("ignore: [cache-budget-exceeded]\n", 0, "")]
    [InlineData("no-fail: true\n", 0, "DK1101 error: ")]
    [InlineData("profile: hadolint\n", 1, "DK1101 error: ")]
    public void The_configuration_decides_what_a_finding_weighs(string config, int code, string part)
    {
        _workspace.Add(".dockerlint.yaml", config);
        var outcome = Check("{change: README.md, rebuild: nothing}", "--format", "gnu");
        Assert.Equal((code, ""), (outcome.ExitCode, outcome.Error));
        Assert.Contains(part, outcome.Output, StringComparison.Ordinal);
        Assert.Equal(part.Length == 0, outcome.Output.Length == 0);
    }

    [Theory]
    [InlineData("{change: src/**, kep: 4}", "budget.yml:2:22: an entry of a budget has no key kep; ")]
    [InlineData("{change: src/**}", "budget.yml:2:5: an entry says with keep, keep-stage, rebuild or seconds what is allowed")]
    [InlineData("{keep: 4}", "budget.yml:2:5: an entry says with change or arg what changes")]
    [InlineData("{change: '!src', keep: 4}", "budget.yml:2:14: !src is not a pattern of paths")]
    [InlineData("{change: src, rebuild: many}", "budget.yml:2:28: expected a number of steps, or nothing")]
    [InlineData("{change: src, keep-stage: prod}", "budget.yml:2:5: the Dockerfile has no stage prod")]
    [InlineData("{change: src, keep: pip}", "budget.yml:2:5: no instruction of the Dockerfile has pip")]
    [InlineData("{arg: X, rebuild: 0}", "budget.yml:2:5: the Dockerfile has no ARG X")]
    [InlineData("{change: src", "budget.yml:")]
    public void A_broken_budget_is_told_with_line_and_column(string entry, string message)
    {
        var outcome = Check(entry);
        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.StartsWith("dockerlint: " + message, outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "budget.yml:1:1: a budget file has the key budget with a list, and nothing else")]
    [InlineData("budget: []\nother: 1\n", "budget.yml:2:1: a budget file has the key budget with a list, and nothing else")]
    public void A_file_without_a_list_is_told(string text, string message)
    {
        _workspace.Add("budget.yml", text);
        Assert.StartsWith("dockerlint: " + message, CommandLine.Run(_workspace.Folder, "cache", "check", "--budget", "budget.yml").Error,
            StringComparison.Ordinal);
    }

    private Outcome Check(string entry, params string[] options)
    {
        _workspace.Add("budget.yml", $"budget:\n  - {entry}\n");
        return CommandLine.Run(_workspace.Folder, ["cache", "check", "--budget", "budget.yml", .. options]);
    }
}
