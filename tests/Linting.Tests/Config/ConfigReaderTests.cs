using Dockerlint.Linting;
using Dockerlint.Linting.Config;
using Xunit;

namespace Dockerlint.Tests;

public sealed class ConfigReaderTests
{
    [Theory]
    [InlineData("ignor: [DK2001]\n", "c.yaml:1:1: unknown key ignor, did you mean ignore?")]
    [InlineData("profile: defualt\n", "c.yaml:1:10: unknown profile defualt, did you mean default?")]
    [InlineData("ignore:\n  - DK2001\n  - DL3060\n", "c.yaml:3:5: unknown rule DL3060 in ignore, did you mean DL3006?")]
    [InlineData("rules:\n  DK2002: {moost: 3}\n", "c.yaml:2:12: unknown option of DK2002 moost, did you mean most?")]
    [InlineData("rules:\n  DK2002:\n    most: many\n", "c.yaml:3:11: most takes a whole number")]
    [InlineData("rules:\n  DK2001: fatal\n", "c.yaml:2:11: unknown severity fatal for DK2001")]
    [InlineData("strict-labels: 1\n", "c.yaml:1:16: strict-labels takes true or false")]
    [InlineData("edition: 2025\n", "c.yaml:1:10: edition begins with 2026")]
    [InlineData("- a\n", "c.yaml:1:1: the configuration is a mapping, not a list")]
    [InlineData("ignore: {a: b}\n", "c.yaml:1:9: ignore takes a list, not a mapping")]
    [InlineData("ignore: [DK2001]\nignore: [DK2002]\n", "c.yaml:2:1: the key ignore stands twice")]
    [InlineData("overrides:\n  - ignore: [DK2001]\n", "c.yaml:2:5: an override needs the key paths")]
    [InlineData("overrides:\n  - path: a\n    ignore: [DK2001]\n", "c.yaml:2:5: unknown key path in an override, did you mean paths?")]
    [InlineData("trustedRegistries: [a]\n",
        "c.yaml:1:1: unknown key trustedRegistries: it is one of hadolint's; 'dockerlint migrate' writes its configuration as ours")]
    [InlineData("verify: {max-size: 2XB}\n", "c.yaml:1:20: max-size takes a size such as 200MB, not 2XB")]
    [InlineData("verify: {max-wasted: much}\n", "c.yaml:1:22: max-wasted takes a size such as 200MB, not much")]
    [InlineData("overrides:\n  - paths: [a]\n    edition: 2026\n",
        "c.yaml:3:5: edition speaks of the whole run and cannot stand in an override")]
    [InlineData("label-schema: {a: urll}\n", "c.yaml:1:19: unknown label form urll for a, did you mean url?")]
    public void A_mistake_is_told_at_its_place_with_the_nearest_valid_name(string text, string message)
    {
        var errors = new List<ConfigError>();
        ConfigReader.Read(text, "c.yaml", SampleRules.All, errors);
        Assert.StartsWith(message, Assert.Single(errors).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a: [1\n")]
    [InlineData("\ta: 1\n")]
    [InlineData("a: *nothing\n")]
    [InlineData("? [a]\n: b\n")]
    [InlineData("a: \"\\q\"\n")]
    [InlineData("a: &x [*x]\n")]
    public void Broken_yaml_is_an_error_with_a_place_and_never_an_exception(string text)
    {
        var errors = new List<ConfigError>();
        ConfigReader.Read(text, "c.yaml", SampleRules.All, errors);
        Assert.NotEmpty(errors);
        Assert.All(errors, error => Assert.True(error is { Line: > 0, Column: > 0 }));
    }

    [Fact]
    public void Deep_nesting_is_an_error_and_never_a_stack_overflow()
    {
        var errors = new List<ConfigError>();
        ConfigReader.Read("a: " + new string('[', 100_000), "c.yaml", SampleRules.All, errors);
        Assert.Contains("nested more than", Assert.Single(errors).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n")]
    [InlineData("---\n")]
    public void An_empty_file_says_nothing(string text)
    {
        var errors = new List<ConfigError>();
        Assert.Equal(ConfigLayer.Empty with { IsOurs = true }, ConfigReader.Read(text, "c.yaml", SampleRules.All, errors));
        Assert.Empty(errors);
    }

    [Fact]
    public void Every_key_is_read()
    {
        const string text = """
            extends: [../base.yaml]
            edition: 2026
            profile: strict
            select: [DK2002, SC2086]
            ignore: DS-0001
            rules:
              first-rule: error
              DK2002: {severity: info, most: 5, names: [a, b], deep: yes}
            failure-threshold: error
            shellcheck: required
            formats: [sarif]
            trusted-registries: [ghcr.io/acme/*]
            label-schema: {org.opencontainers.image.source: url}
            strict-labels: true
            disable-ignore-pragma: true
            require-reason: true
            report-unused: true
            no-fail: false
            no-color: true
            named-contexts: [shared]
            output-stages: [app]
            build-args: {VERSION: 1.10}
            images: [{name: registry.example.com/base/*, user: app}]
            exclude: [vendor/]
            overrides:
              - paths: ["docker/**"]
                ignore: [category:security]
            """;
        var errors = new List<ConfigError>();
        var layer = ConfigReader.Read(text, "c.yaml", SampleRules.All, errors);
        Assert.Empty(errors);
        Assert.Equal("../base.yaml", Assert.Single(layer.Extends).Value);
        Assert.Equal(2026, layer.Edition!.Value);
        Assert.Equal(Profile.Strict, layer.Profile!.Value);
        Assert.Equal(["DK2002", "SC2086"], layer.Select.Select(setting => setting.Value));
        Assert.Equal(new Setting<string>("DS-0001", new ConfigOrigin("c.yaml", 5, 9)), Assert.Single(layer.Ignore));
        Assert.Equal([("first-rule", Severity.Error), ("DK2002", Severity.Info)], layer.Severities.Select(setting => setting.Value));
        Assert.Equal([("DK2002", "most"), ("DK2002", "names"), ("DK2002", "deep")],
            layer.Options.Select(setting => (setting.Value.RuleId, setting.Value.Option)));
        Assert.Equal(5, layer.Options[0].Value.Value);
        Assert.Equal(["a", "b"], (IReadOnlyList<string>)layer.Options[1].Value.Value);
        Assert.Equal(ShellCheckMode.Required, layer.ShellCheck!.Value);
        Assert.Equal(("VERSION", "1.10"), Assert.Single(layer.BuildArguments).Value);
        Assert.Equal(("org.opencontainers.image.source", LabelForm.Url), Assert.Single(layer.LabelSchema).Value);
        Assert.Equal("registry.example.com/base/*", Assert.Single(layer.Images).Value.Pattern);
        Assert.True(layer.StrictLabels!.Value && layer.DisableIgnorePragma!.Value && layer.RequireReason!.Value
            && layer.ReportUnused!.Value && layer.NoColor!.Value);
        Assert.False(layer.NoFail!.Value);
        Assert.Equal("docker/**", Assert.Single(Assert.Single(layer.Overrides).Paths).Value);
    }

    [Fact]
    public void Anchors_and_merge_keys_are_understood()
    {
        var errors = new List<ConfigError>();
        var layer = ConfigReader.Read(
            "rules:\n  DK2001: &mild info\n  DK2002: {<<: {most: 4}, severity: *mild}\n", "c.yaml", SampleRules.All, errors);
        Assert.Empty(errors);
        Assert.Equal([("DK2001", Severity.Info), ("DK2002", Severity.Info)], layer.Severities.Select(setting => setting.Value));
        Assert.Equal(4, Assert.Single(layer.Options).Value.Value);
    }
}
