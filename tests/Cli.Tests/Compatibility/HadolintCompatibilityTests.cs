using System.Text.Json;
using Xunit;

namespace Dockerlint.Tests.Cli;

/// <summary>
/// Settings, comments, formats and exit codes of hadolint, all with all, in its profile. What is expected follows from the order in
/// which hadolint works: rules, comments, severities, ignored rules, output, threshold.
/// </summary>
public sealed class HadolintCompatibilityTests : IDisposable
{
    private static readonly string[] s_failing = ["tty", "json", "gnu", "checkstyle", "gitlab_codeclimate", "sonarqube", "sarif", "junit"];

    private static readonly (string Code, string Level, int Line)[] s_findings =
        [("DL3006", "warning", 1), ("DL3004", "error", 3), ("DL3059", "info", 4)];

    private static readonly (string Text, string[] Ignored)[] s_pragmas =
    [
        ("# nothing", []),
        ("# hadolint ignore=DL3004,DL3006", ["DL3004"]),
        ("# hadolint global ignore = DL3004 , DL3006, DL3059 # all of them", ["DL3004", "DL3006", "DL3059"]),
        ("# hadolint ignore=DL3004 # a reason", ["DL3004"]),
        ("# hadolint ignore=DL3004 a reason without its mark", []),
        ("# hadolint ignore=DL3004,untagged", []),
        ("# Hadolint ignore=DL3004", []),
        ("# hadolint stage ignore=DL3004", []),
        ("# dockerlint ignore=DL3004", []),
        ("# hadolint global ignore=DL3059", ["DL3059"]),
    ];

    private static readonly HadolintSetting[] s_settings =
    [
        new("nothing"),
        new("one rule ignored") { Ignored = ["DL3006"] },
        new("all rules ignored") { Ignored = ["DL3006", "DL3004", "DL3059"] },
        new("a severity lowered") { Overrides = [("style", "DL3004")] },
        new("the gravest of two severities") { Overrides = [("info", "DL3059"), ("error", "DL3059")] },
        new("ignored beats a severity") { Ignored = ["DL3059"], Overrides = [("error", "DL3059")] },
        new("only errors fail") { Threshold = "error", Ignored = ["DL3004"] },
        new("everything fails") { Threshold = "none", Overrides = [("style", "DL3006"), ("style", "DL3004"), ("style", "DL3059")] },
        new("style does not fail") { Overrides = [("style", "DL3006"), ("style", "DL3004"), ("style", "DL3059")] },
        new("nothing fails") { NoFail = true },
        new("only warnings and worse fail") { Threshold = "warning", Ignored = ["DL3004", "DL3006"] },
        new("style fails as well") { Threshold = "style", Overrides = [("style", "DL3006"), ("style", "DL3004"), ("style", "DL3059")] },
        new("several severities") { Overrides = [("error", "DL3006"), ("warning", "DL3004"), ("style", "DL3059")], Threshold = "error" },
        new("none is ignore") { Threshold = "ignore", Ignored = ["DL3006", "DL3004"], Overrides = [("style", "DL3059")] },
        new("a rule that there is not") { Ignored = ["DL9998", "SC2086"] },
        new("comments do not count") { DisablesPragmas = true },
    ];

    private readonly Workspace _workspace = new();

    public static TheoryData<string> Settings => [.. s_settings.Select(setting => setting.Name)];

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [MemberData(nameof(Settings))]
    public void A_setting_does_what_it_does_with_hadolint(string name)
    {
        var setting = s_settings.Single(setting => setting.Name == name);
        for (var i = 0; i < s_pragmas.Length; i++)
        {
            // How a comment is read has nothing to do with the other settings.
            if (i > 2 && setting != s_settings[0] && !setting.DisablesPragmas)
            {
                break;
            }

            var (text, ignored) = s_pragmas[i];
            _workspace.Add("Dockerfile", $"FROM debian\n{text}\nRUN sudo make\nRUN make\n").Add(".hadolint.yaml", setting.File);
            var expected = Expected(setting, ignored);
            Check(expected, ExitCode(setting, expected), [], []);
            if (i == 0)
            {
                Assert.Equal(0, Lint(["-f", "codeclimate"], []).ExitCode);
                Assert.Equal(0, Lint(["-f", "codacy", "-f", "json"], []).ExitCode);
                File.Delete(Path.Combine(_workspace.Folder, ".hadolint.yaml"));
                Check(expected, ExitCode(setting, expected), setting.Flags, []);
                Check(expected, ExitCode(setting, expected), [], setting.Environment);
            }
        }
    }

    private static List<(string Code, string Level, int Line)> Expected(HadolintSetting setting, string[] pragma) =>
    [
        .. from finding in s_findings
           where setting.DisablesPragmas || !pragma.Contains(finding.Code)
           where !setting.Ignored.Contains(finding.Code)
           let levels = setting.Overrides.Where(item => item.Code == finding.Code).Select(item => item.Level).ToList()
           select (finding.Code, levels.Count == 0 ? finding.Level : levels.MinBy(Weight)!, finding.Line),
    ];

    private static int ExitCode(HadolintSetting setting, IEnumerable<(string Code, string Level, int Line)> findings) =>
        !setting.NoFail && findings.Any(finding => Weight(finding.Level) <= Weight(setting.Threshold ?? "info")) ? 1 : 0;

    private static int Weight(string level) =>
        Array.IndexOf(["error", "warning", "info", "style", "none"], level == "ignore" ? "none" : level);

    private Outcome Lint(IReadOnlyList<string> arguments, IReadOnlyList<(string, string)> environment) => CommandLine.Start(
        [.. CommandLine.Program, "lint", "--profile", "hadolint", "--shellcheck", "off", .. arguments, "Dockerfile"], _workspace.Folder, [],
            environment);

    private void Check(
        List<(string Code, string Level, int Line)> expected, int exitCode, IReadOnlyList<string> flags,
            IReadOnlyList<(string, string)> environment)
    {
        var outcome = Lint([.. s_failing.SelectMany(format => new[] { "-f", format, "-o", format + ".out" }), .. flags], environment);
        Assert.Equal(new Outcome(exitCode, "", ""), outcome);
        Assert.Equal(expected.Select(finding => $"Dockerfile:{finding.Line} {finding.Code} {finding.Level}"), Output("tty")
            .Split('\n')[..^1].Select(line => line.Split(": ")[0]));
        foreach (var format in s_failing.Except(["sarif"]))
        {
            Assert.All(s_findings, finding => Assert.Equal(
                expected.Any(other => other.Code == finding.Code), Output(format).Contains(finding.Code, StringComparison.Ordinal)));
        }

        using var json = JsonDocument.Parse(Output("json"));
        Assert.Equal(
            expected.Select(finding => $"Dockerfile {finding.Line} {finding.Code} {finding.Level}"),
            json.RootElement.EnumerateArray().Select(item =>
                $"{item.GetProperty("file")} {item.GetProperty("line")} {item.GetProperty("code")} {item.GetProperty("level")}"));
        using var sarif = JsonDocument.Parse(Output("sarif"));
        Assert.Equal(
            expected.Select(finding => $"{finding.Code} {(finding.Level is "info" or "style" ? "note" : finding.Level)}"),
            sarif.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
                .Where(result => !result.TryGetProperty("suppressions", out _))
                .Select(result => $"{result.GetProperty("ruleId")} "
                    + $"{(result.TryGetProperty("level", out var level) ? level.GetString() : "warning")}"));
    }

    private string Output(string format) => File.ReadAllText(Path.Combine(_workspace.Folder, format + ".out"));
}
