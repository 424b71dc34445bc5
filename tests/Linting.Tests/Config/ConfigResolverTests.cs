using Dockerlint.Linting;
using Dockerlint.Linting.Config;
using Xunit;

namespace Dockerlint.Tests;

public sealed class ConfigResolverTests
{
    [Theory]
    [InlineData("", "DK2001 DK2003 DL3006")]
    [InlineData("edition: 2026", "DK2001 DL3006")]
    [InlineData("profile: strict", "DK2001 DK2002 DK2003 DL3006")]
    [InlineData("profile: hadolint", "DL3006")]
    [InlineData("profile: none\nselect: [opt-in-rule]", "DK2002")]
    [InlineData("ignore: [DK*]", "DL3006")]
    [InlineData("ignore: [category:security, DS-0001]", "DK2003")]
    [InlineData("ignore: [all]", "")]
    [InlineData("select: [DK2002]\nignore: [dk2002]", "DK2001 DK2003 DL3006")]
    [InlineData("rules: {DK2002: info}", "DK2001 DK2002 DK2003 DL3006")]
    [InlineData("rules: {DK2001: off}", "DK2003 DL3006")]
    [InlineData("edition: 2026\nselect: [DK2003]", "DK2001 DK2003 DL3006")]
    public void Rules_are_chosen_by_profile_edition_and_selectors(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Resolve(Read(text)).Rules.Keys));

    [Fact]
    public void A_later_layer_is_stronger_and_lists_add_up()
    {
        var resolved = Resolve(
            Read("failure-threshold: error\nignore: [DK2001]\ntrusted-registries: [a.io]\nrules: {DL3006: info}"),
            Read("failure-threshold: style\nselect: [DK2001]\ntrusted-registries: [b.io]\nrules: {DL3006: error}"));
        Assert.Equal(Severity.Style, resolved.FailureThreshold.Value);
        Assert.Contains("DK2001", resolved.Rules.Keys);
        Assert.Equal(["a.io", "b.io"], resolved.Lint.Settings.TrustedRegistries);
        Assert.Equal(Severity.Error, resolved.Lint.Severities["DL3006"]);
    }

    [Fact]
    public void The_gravest_override_of_a_code_holds_and_ignored_wins_over_all()
    {
        var errors = new List<ConfigError>();
        var layer = HadolintConfigReader.Read(
            "ignored: [DK2001]\noverride:\n  info: [DL3006, DK2001]\n  error: [DL3006]\n  style: [DL3006]\n", ".hadolint.yaml", errors);
        Assert.Empty(errors);
        var resolved = Resolve(layer);
        Assert.Equal(Severity.Error, resolved.Lint.Severities["DL3006"]);
        Assert.DoesNotContain("DK2001", resolved.Rules.Keys);
    }

    [Fact]
    public void An_override_holds_for_its_files_only()
    {
        var layer = Read("overrides: [{paths: [docker/], ignore: [DK2001]}, {paths: [other/], ignore: [DL3006]}]");
        var resolved = ConfigResolver.Resolve([layer], _ => SampleRules.All, (_, item) => item.Paths[0].Value == "docker/");
        Assert.Equal(["DK2003", "DL3006"], resolved.Rules.Keys);
    }

    [Theory]
    [InlineData("ignore: [SC2086]", "SC2086", Severity.Ignore)]
    [InlineData("ignore: [SC2086]", "SC2046", Severity.Warning)]
    [InlineData("ignore: [SC2*]", "SC2046", Severity.Ignore)]
    [InlineData("rules: {SC2046: error}", "SC2046", Severity.Error)]
    public void Findings_of_shellcheck_can_be_weighed_and_switched_off(string text, string code, Severity expected) =>
        Assert.Equal(expected, Resolve(Read(text)).ShellCheckSeverity(code, Severity.Warning));

    [Fact]
    public void Every_value_knows_where_it_comes_from()
    {
        var resolved = Resolve(Read("\nprofile: strict\nrules: {DK2002: {most: 9}}\n"));
        Assert.Equal("c.yaml:2", resolved.Origins["profile"].ToString());
        Assert.Equal("c.yaml:3", resolved.Origins["rules.DK2002.most"].ToString());
        Assert.Equal(9, resolved.Lint.Options[("DK2002", "most")]);
    }

    [Fact]
    public void The_environment_of_hadolint_is_understood()
    {
        var values = new Dictionary<string, string>
        {
            ["HADOLINT_FAILURE_THRESHOLD"] = "error",
            ["HADOLINT_IGNORE"] = "DK2001, DL3006",
            ["HADOLINT_OVERRIDE_STYLE"] = "DK2003",
            ["HADOLINT_REQUIRE_LABELS"] = "a:semver,b:,c:nonsense,d",
            ["HADOLINT_STRICT_LABELS"] = "Yes",
            ["HADOLINT_NOFAIL"] = "0",
            ["NO_COLOR"] = "",
        };
        var layer = HadolintEnvironment.Read(name => values.GetValueOrDefault(name));
        var resolved = Resolve(layer);
        Assert.Equal(Severity.Error, resolved.FailureThreshold.Value);
        Assert.Equal(["DK2003"], resolved.Rules.Keys);
        Assert.Equal(Severity.Style, resolved.Lint.Severities["DK2003"]);
        Assert.Equal(
            [("a", LabelForm.SemVer), ("b", LabelForm.Text)], resolved.Lint.Settings.LabelSchema.Select(label => (label.Key, label.Value)));
        Assert.True(resolved.Lint.Settings.HasStrictLabels);
        Assert.False(resolved.NoFail);
        Assert.True(layer.NoColor!.Value);
    }

    [Fact]
    public void A_migrated_configuration_says_the_same()
    {
        const string theirs = """
            failure-threshold: warning
            format: json
            ignored: [DK2001, SC2086, DL3005]
            override:
              error: [DL3006]
              info: ["DL3006", DK2003]
            trustedRegistries: ["*.gcr.io", docker.io]
            label-schema: {"a b: c": semver}
            strict-labels: true
            unknown-key: passed over
            """;
        var errors = new List<ConfigError>();
        var before = HadolintConfigReader.Read(theirs, ".hadolint.yaml", errors);
        var after = ConfigReader.Read(ConfigMigration.Write(before, SampleRules.All), "c.yaml", SampleRules.All, errors);
        Assert.Empty(errors);
        var (old, made) =
            (Resolve(before with { Profile = new Setting<Profile>(Profile.Hadolint, new ConfigOrigin("x")) }), Resolve(after));
        Assert.Equal(old.Rules.Keys, made.Rules.Keys);
        Assert.Equal(old.Lint.Severities.OrderBy(pair => pair.Key), made.Lint.Severities.OrderBy(pair => pair.Key));
        Assert.Equal(old.FailureThreshold.Value, made.FailureThreshold.Value);
        Assert.Equal(old.Lint.Settings.TrustedRegistries, made.Lint.Settings.TrustedRegistries);
        Assert.Equal(old.Lint.Settings.LabelSchema, made.Lint.Settings.LabelSchema);
        Assert.Equal(["json"], after.Formats.Select(setting => setting.Value));
    }

    private static ConfigLayer Read(string text)
    {
        var errors = new List<ConfigError>();
        var layer = ConfigReader.Read(text, "c.yaml", SampleRules.All, errors);
        Assert.Empty(errors);
        return layer;
    }

    private static ResolvedConfig Resolve(params ConfigLayer[] layers) => ConfigResolver.Resolve(layers, _ => SampleRules.All);
}
