using Xunit;

namespace Dockerlint.Tests.Cli;

/// <summary>What stands in our own configuration files.</summary>
public sealed class ConfigFileTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    private Outcome Run(params IReadOnlyList<string> arguments) => CommandLine.Start(
        [.. CommandLine.Program, .. arguments], _workspace.Folder, [], ("HOME", _workspace.Folder));

    [Theory]
    [InlineData(".dockerlint.yaml", "ignore: [DL3006, DL9999]\n", "1:18: unknown rule DL9999 in ignore")]
    [InlineData(".dockerlint.yaml", "\nfailure-treshold: error\n", "2:1: unknown key failure-treshold, did you mean failure-threshold?")]
    [InlineData(".dockerlint.yaml", "formats: [json, jsom]\n", "1:17: unknown format jsom, did you mean json?")]
    [InlineData(".dockerlint.yaml", "rules:\n  DL3006: fatal\n",
        "2:11: unknown severity fatal for DL3006; there are error, warning, info, style, ignore, none, off")]
    [InlineData(".dockerlint.yaml", "select: [\"category:securty\"]\n",
        "1:10: unknown rule category:securty in select, did you mean category:security?")]
    [InlineData(".dockerlint.yaml", "rules:\n  DL3006:\n    severty: error\n",
        "3:5: unknown option of DL3006 severty, did you mean severity?")]
    [InlineData(".dockerlint.yaml", "edition: 1999\n", "1:10: edition begins with 2026")]
    [InlineData(".dockerlint.yaml", "edition: next\n", "1:10: edition takes a whole number")]
    [InlineData(".dockerlint.yaml", "profile: hadolnt\n", "1:10: unknown profile hadolnt, did you mean hadolint?")]
    [InlineData(".dockerlint.yaml", "min-confidence: likly\n", "1:17: unknown min-confidence likly, did you mean likely?")]
    [InlineData(".dockerlint.yaml", "shellcheck: maybe\n", "1:13: unknown shellcheck maybe; there are auto, native, program, both, off, required")]
    [InlineData(".dockerlint.yaml", "label-schema:\n  a: emial\n", "2:6: unknown label form emial for a, did you mean email?")]
    [InlineData(".dockerlint.yaml", "no-fail: maybe\n", "1:10: no-fail takes true or false")]
    [InlineData(".dockerlint.yaml", "trusted-registries: {a: b}\n", "1:21: trusted-registries takes a list, not a mapping")]
    [InlineData(".dockerlint.yaml", "overrides:\n  - paths: [x]\n    ignor: [DL3006]\n", "3:5: unknown key ignor, did you mean ignore?")]
    [InlineData(".dockerlint.yaml", "overrides:\n  - ignore: [DL3006]\n", "2:5: an override needs the key paths")]
    [InlineData(".dockerlint.yaml", "ignored: [DL3006]\n", "1:1: unknown key ignored: it is one of hadolint's")]
    [InlineData(".dockerlint.yaml", "- a\n", "1:1: the configuration is a mapping, not a list")]
    [InlineData(".hadolint.yaml", "label-schema: {a: emial}\n", "1:19: unknown label form emial for a, did you mean email?")]
    [InlineData(".dockerlint.yaml", "extends: base.yaml\n", "1:10: extends a file that cannot be read: ")]
    [InlineData(".dockerlint.yaml", "edition: 2026\nextends:\n  - .dockerlint.yaml\n",
        "3:5: extends .dockerlint.yaml, which extends this file again")]
    [InlineData(".dockerlint.yaml", "overrides:\n  - paths: [a]\n    no-fail: true\n",
        "3:5: no-fail speaks of the whole run and cannot stand in an override")]
    [InlineData(".dockerlint.yaml", "a: [\n", "2:1: ")]
    [InlineData(".hadolint.yaml", "failure-threshold: fatal\n", "1:20: unknown failure-threshold fatal")]
    [InlineData(".hadolint.yaml", "ignored: {a: b}\n", "1:10: ignored takes a list, not a mapping")]
    [InlineData(".hadolint.yaml", "format: yaml\n", "1:9: unknown format yaml")]
    [InlineData(".hadolint.yaml", "ignored: [DL3006\n", "2:1: ")]
    public void A_broken_file_is_told_with_its_place_and_gives_2(string name, string text, string message)
    {
        _workspace.Add("Dockerfile", Workspace.Clean).Add("sub/Dockerfile", Workspace.Clean).Add(name, text);
        var outcome = Run("lint", ".");
        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.StartsWith($"dockerlint: {Path.Combine(_workspace.Folder, name)}:{message}", outcome.Error, StringComparison.Ordinal);
        Assert.Single(outcome.Error.TrimEnd('\n').Split('\n'));
        Assert.Equal(2, Run("config", "check").ExitCode);
        Assert.StartsWith($"dockerlint: {name}:{message}", Run("config", "check", name).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_that_hadolint_passes_over_are_passed_over_and_told_by_the_check()
    {
        _workspace.Add("Dockerfile", Workspace.Untagged).Add(".hadolint.yaml", "ignore: [DL3006]\nx-owner: me\n");
        Assert.Equal((1, ""), (Run("lint", "--shellcheck", "off", "Dockerfile") is var lint ? (lint.ExitCode, lint.Error) : default));
        Assert.Equal(
            new Outcome(0, ".hadolint.yaml: works, without what is passed over\n",
                "dockerlint: .hadolint.yaml:1:1: hadolint has no key ignore, did you mean ignored; it is passed over\n"
                + "dockerlint: .hadolint.yaml:2:1: hadolint has no key x-owner; it is passed over\n"),
            Run("config", "check", ".hadolint.yaml"));
    }

    [Fact]
    public void Codes_in_a_file_of_hadolint_that_name_no_rule_are_told_by_the_check()
    {
        _workspace.Add(".hadolint.yaml", "ignored:\n  - DL3008\n  - DL30088\n  - SC2086\noverride:\n  error:\n    - DL9999\n");
        var outcome = Run("config", "check", ".hadolint.yaml");
        Assert.Equal((0, ".hadolint.yaml: works, without what is passed over\n"), (outcome.ExitCode, outcome.Output));
        Assert.StartsWith("dockerlint: .hadolint.yaml:3:5: no rule is called DL30088, did you mean DL30", outcome.Error,
            StringComparison.Ordinal);
        Assert.Contains("dockerlint: .hadolint.yaml:7:7: no rule is called DL9999", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("SC2086", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_file_further_down_is_told_once_and_the_others_are_linted()
    {
        _workspace.Add("Dockerfile", Workspace.Untagged).Add("sub/.dockerlint.yaml", "nonsense: 1\n")
            .Add("sub/a.Dockerfile", Workspace.Untagged).Add("sub/b.Dockerfile", Workspace.Untagged);
        var outcome = Run("lint", "-f", "gnu", ".");
        Assert.Equal((2, "dockerlint:Dockerfile:1:6: DL3006 warning: image alpine has no tag\n"), (outcome.ExitCode, outcome.Output));
        Assert.Single(outcome.Error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void What_is_extended_is_weaker_and_its_patterns_speak_of_the_project_that_uses_it()
    {
        _workspace.Add("shared/base.yaml", "extends: more.yaml\nfailure-threshold: error\noverrides:\n  - paths: [\"test/**\"]\n    "
            + "ignore: [DL3006]\nexclude: [vendor/]\n")
            .Add("shared/more.yaml", "rules: {DL3006: style}\n")
            .Add("app/.dockerlint.yaml", "extends: ../shared/base.yaml\nfailure-threshold: style\n")
            .Add("app/Dockerfile", Workspace.Untagged).Add("app/test/x/Dockerfile", Workspace.Untagged)
                .Add("app/vendor/Dockerfile", Workspace.Untagged);
        var outcome = Run("lint", "-f", "gnu", "app");
        Assert.Equal(new Outcome(1, "dockerlint:app/Dockerfile:1:6: DL3006 style: image alpine has no tag\n", ""), outcome);
        Assert.Contains("DL3006", Run("lint", "app/vendor/Dockerfile").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void How_sure_findings_have_to_be_is_configured_and_asked_for()
    {
        _workspace.Add("Dockerfile", "FROM ghcr.io/example/base:1\nCOPY a b\nUSER 1\n");
        Assert.DoesNotContain("DL3045", Run("lint", "Dockerfile").Output, StringComparison.Ordinal);
        Assert.Contains("DL3045", Run("lint", "--min-confidence", "hint", "Dockerfile").Output, StringComparison.Ordinal);
        Assert.Contains("DL3045", Run("lint", "--profile", "strict", "Dockerfile").Output, StringComparison.Ordinal);
        Assert.Contains("\nmin-confidence: likely # default\n", Run("config", "show", "Dockerfile").Output, StringComparison.Ordinal);
        _workspace.Add(".dockerlint.yaml", "min-confidence: hint\n");
        Assert.Contains("DL3045", Run("lint", "Dockerfile").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("DL3045", Run("lint", "--min-confidence", "certain", "Dockerfile").Output, StringComparison.Ordinal);
        Assert.Contains("/.dockerlint.yaml:1\n", Run("config", "show", "Dockerfile").Output.Split("min-confidence: hint # ")[1],
            StringComparison.Ordinal);
    }

    [Fact]
    public void Overrides_hold_for_their_paths_the_last_one_most()
    {
        _workspace.Add(".dockerlint.yaml", """
            ignore: [DL3006]
            overrides:
              - paths: ["*.prod.Dockerfile", "prod/"]
                rules: {DL3006: error}
              - paths: [prod/legacy.Dockerfile]
                profile: none
            """);
        _workspace.Add("Dockerfile", Workspace.Untagged).Add("a/x.prod.Dockerfile", Workspace.Untagged)
            .Add("prod/Dockerfile", Workspace.Untagged).Add("prod/legacy.Dockerfile", "FROM alpine\nMAINTAINER x\n");
        var lines = Run("lint", "-f", "gnu", ".").Output.Split('\n')[..^1].Select(line => line.Split(':')[1] + line.Split(':')[4]);
        Assert.Equal(["a/x.prod.Dockerfile DL3006 error", "prod/Dockerfile DL3006 error", "prod/legacy.Dockerfile DL3006 error"], lines);
    }

    [Fact]
    public void Build_arguments_of_the_configuration_are_known_to_rules()
    {
        _workspace.Add("Dockerfile", "ARG V=3.22\nFROM alpine:${V}\nUSER 1000\nCMD [\"true\"]\n");
        Assert.Equal(0, Run("lint", "Dockerfile").ExitCode);
        _workspace.Add(".dockerlint.yaml", "build-args: {V: latest}\n");
        Assert.Contains("DL3007", Run("lint", "Dockerfile").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_and_show_tell_where_values_come_from()
    {
        Assert.Equal(new Outcome(0, "no configuration file; the defaults are in force\n", ""), Run("config", "check"));
        _workspace.Add("base.yaml", "trusted-registries: [ghcr.io]\n")
            .Add(".dockerlint.yaml", "extends: base.yaml\nrules:\n  DL3006: error\n");
        Assert.Equal(0, Run("config", "check").ExitCode);
        var outcome = Run("config", "show", "Dockerfile");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Contains($"- ghcr.io # {Path.Combine(_workspace.Folder, "base.yaml")}:1\n", outcome.Output, StringComparison.Ordinal);
        Assert.Contains(
            $"DL3006: error # {Path.Combine(_workspace.Folder, ".dockerlint.yaml")}:3\n", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_migrated_configuration_says_the_same()
    {
        _workspace.Add("Dockerfile", "FROM debian\nRUN sudo make\nRUN make\n")
            .Add(".hadolint.yaml", "ignored: [DL3006, DL9999]\noverride:\n  error: [DL3059]\nfailure-threshold: "
                + "error\ntrustedRegistries: [docker.io]\nlabel-schema: {a: semver}\n");
        var before = Run("lint", "--profile", "hadolint", "-f", "gnu", "Dockerfile");
        Assert.Equal(new Outcome(0, "", ""), Run("migrate", "-o", ".dockerlint.yaml"));
        Assert.Equal(2, Run("migrate", "-o", ".dockerlint.yaml").ExitCode);
        Assert.Equal(0, Run("config", "check").ExitCode);
        Assert.Equal(before, Run("lint", "-f", "gnu", "Dockerfile"));
        Assert.NotEqual("", before.Output);
    }

    [Fact]
    public void Comments_that_are_of_no_use_or_have_no_reason_are_told_when_the_configuration_asks()
    {
        _workspace.Add("Dockerfile", "# dockerlint ignore=DL3007\nFROM alpine:3.22\nUSER 1000\nCMD [\"true\"]\n");
        Assert.Equal(0, Run("lint", "Dockerfile").ExitCode);
        _workspace.Add(".dockerlint.yaml", "report-unused: true\nrequire-reason: true\n");
        var outcome = Run("lint", "-f", "gnu", "Dockerfile");
        Assert.Equal(["DK6901", "DK6902"], outcome.Output.Split('\n')[..^1].Select(line => line.Split(' ')[1]));
    }
}
