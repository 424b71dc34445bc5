using Dockerlint.Linting;
using Dockerlint.Linting.Config;
using Dockerlint.Semantics;
using Dockerlint.Semantics.Images;
using Xunit;

namespace Dockerlint.Tests;

public sealed class ConfigImageTests
{
    [Fact]
    public void Every_fact_can_be_told()
    {
        var image = Assert.Single(Read("""
            images:
              - name: registry.example.com/base/*
                like: debian:12
                user: app
                workdir: /app
                sh: dash
                shell: [/bin/bash, -c]
                entrypoint: [/start]
                cmd: serve
                ports: [8080, 53/udp]
                volumes: [/data]
                env: [APP_HOME]
                onbuild: [copy, RUN]
                healthcheck: true
                os: debian
                package-manager: apt
                has: [curl]
                lacks: [git]
            """).Images).Value;
        var facts = image.Facts;
        Assert.Equal(("registry.example.com/base/*", "debian:12"), (image.Pattern, image.Like));
        Assert.Equal(
            ("app", "/app", "dash", "debian", "apt", true),
            (facts.User, facts.WorkingDirectory, facts.SystemShell, facts.System, facts.PackageManager, facts.HasHealthcheck));
        Assert.Equal(["/bin/bash", "-c"], facts.Shell!);
        Assert.Equal(["/start"], facts.Entrypoint!);
        Assert.Equal(["serve"], facts.Command!);
        Assert.Equal(["8080/tcp", "53/udp"], facts.Ports!);
        Assert.Equal(["/data"], facts.Volumes!);
        Assert.Equal(["APP_HOME"], facts.Variables!);
        Assert.Equal(["COPY", "RUN"], facts.Triggers!);
        Assert.True(facts.Has("curl"));
        Assert.False(facts.Has("git"));
        Assert.Equal("c.yaml:2", facts.Source);
    }

    [Fact]
    public void What_is_not_told_is_unknown_and_an_empty_list_says_that_there_is_none()
    {
        var facts = Assert.Single(Read("images: [{name: base, ports: [], user: \"\"}]").Images).Value.Facts;
        Assert.Empty(facts.Ports!);
        Assert.Equal("", facts.User);
        Assert.Null(facts.Entrypoint);
        Assert.Null(facts.HasHealthcheck);
    }

    [Theory]
    [InlineData("images: alpine", 1, 9, "images takes a list of mappings")]
    [InlineData("images: [alpine]", 1, 10, "an image is a mapping")]
    [InlineData("images:\n  - user: app", 2, 5, "an image needs the key name")]
    [InlineData("images:\n  - name: Base/App", 2, 11, "name is no name of an image")]
    [InlineData("images:\n  - name: a@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 2, 11,
        "name is no name of an image")]
    [InlineData("images:\n  - {name: [a], user: b}", 2, 12, "name takes a single value")]
    [InlineData("images:\n  - name: base\n    usr: app", 3, 5, "unknown key of an image usr, did you mean user?")]
    [InlineData("images:\n  - name: base\n    os: debain", 3, 9, "unknown os debain, did you mean debian?")]
    [InlineData("images:\n  - name: base\n    package-manager: brew", 3, 22, "unknown package-manager brew")]
    [InlineData("images:\n  - name: base\n    healthcheck: perhaps", 3, 18, "healthcheck takes true or false")]
    [InlineData("images:\n  - name: base\n    ports: {a: b}", 3, 12, "ports takes a list")]
    [InlineData("images:\n  - name: base\n    user: [a]", 3, 11, "user takes a single value")]
    [InlineData("images:\n  - name: base\n    like: \"*\"", 3, 11, "like names one image")]
    [InlineData("images:\n  - name: base\n    like: mirror/*", 3, 11, "like names one image")]
    [InlineData("images:\n  - name: base\n    like: \"a b\"", 3, 11, "like is no name of an image")]
    [InlineData("images:\n  - {name: base, has: [git, curl], lacks: [git]}", 2, 5, "git stands under has and under lacks")]
    public void What_is_wrong_is_told_at_its_place(string text, int line, int column, string message)
    {
        var errors = new List<ConfigError>();
        ConfigReader.Read(text, "c.yaml", SampleRules.All, errors);
        var error = Assert.Single(errors);
        Assert.Equal((line, column), (error.Line, error.Column));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Later_layers_are_stronger_fact_by_fact()
    {
        var settings = Resolve(Read("images: [{name: base, user: a, workdir: /a}]"), Read("images: [{name: base, user: b}]"));
        var facts = settings.Images.Find(ImageReference.TryParse("base")!)!;
        Assert.Equal(("b", "/a"), (facts.User, facts.WorkingDirectory));
    }

    [Fact]
    public void An_override_tells_of_images_for_its_files_only()
    {
        var layer = Read("overrides: [{paths: [a/], images: [{name: base, user: a}]}, {paths: [b/], images: [{name: base, user: b}]}]");
        var resolved = ConfigResolver.Resolve([layer], _ => SampleRules.All, (_, item) => item.Paths[0].Value == "b/");
        Assert.Equal("b", resolved.Lint.Settings.Images.Find(ImageReference.TryParse("base")!)!.User);
        Assert.Equal("c.yaml:1", resolved.Origins["images.base"].ToString());
    }

    private static ConfigLayer Read(string text)
    {
        var errors = new List<ConfigError>();
        var layer = ConfigReader.Read(text, "c.yaml", SampleRules.All, errors);
        Assert.Empty(errors);
        return layer;
    }

    private static LintSettings Resolve(params IReadOnlyList<ConfigLayer> layers) =>
        ConfigResolver.Resolve(layers, _ => SampleRules.All).Lint.Settings;
}
