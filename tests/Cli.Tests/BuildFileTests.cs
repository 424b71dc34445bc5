using Xunit;

namespace Dockerlint.Tests.Cli;

/// <summary>Compose and Bake files on the command line stand for the Dockerfiles they build.</summary>
public sealed class BuildFileTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public BuildFileTests() => _workspace.Add(".dockerlint.yaml", "profile: none\nselect: [DL3006, DL3007, DL3004]\n");

    public void Dispose() => _workspace.Dispose();

    private Outcome Lint(params IReadOnlyList<string> arguments) =>
        CommandLine.Run(_workspace.Folder, ["lint", "--shellcheck", "off", "-f", "gnu", .. arguments]);

    [Theory]
    [InlineData("compose.yaml")]
    [InlineData("docker-compose.yml")]
    [InlineData("compose.override.yaml")]
    public void Services_of_a_Compose_file_are_linted_with_their_arguments(string name)
    {
        _workspace.Add(name, """
            services:
              db:
                image: postgres:17
              web:
                build: ./web
              api:
                build:
                  context: .
                  dockerfile: api/prod.Dockerfile
                  args:
                    TAG: latest
              worker:
                build:
                  context: .
                  dockerfile: api/prod.Dockerfile
                  args: ["TAG=3.22"]
            """);
        _workspace.Add("web/Dockerfile", "FROM alpine\n").Add("api/prod.Dockerfile", "ARG TAG=3.21\nFROM alpine:${TAG}\nRUN sudo make\n");
        var outcome = Lint(name);
        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Error));
        Assert.Equal(
            ["web/Dockerfile:1:6: DL3006", "api/prod.Dockerfile:2:6: DL3007", "api/prod.Dockerfile:3:5: DL3004"],
            outcome.Output.Split('\n')[..^1].Select(line => string.Join(' ', line.Split(' ')[..2])["dockerlint:".Length..]));
    }

    [Fact]
    public void A_file_with_several_builds_is_fixed_for_all_of_them()
    {
        _workspace.Add("compose.yaml", """
            services:
              one: {build: {context: ., args: {TAG: "3.22"}}}
              two: {build: {context: ., args: {TAG: latest}}}
            """);
        _workspace.Add("Dockerfile", "ARG TAG=3.21\nFROM alpine:${TAG}\nMAINTAINER me\n");
        var outcome = CommandLine.Run(_workspace.Folder, "lint", "--shellcheck", "off", "-f", "gnu", "--select", "DL4000,DL3007",
            "--unsafe-fixes", "--fix", "compose.yaml");
        Assert.Contains("fixed 1 finding in 1 file", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("MAINTAINER", File.ReadAllText(Path.Combine(_workspace.Folder, "Dockerfile")), StringComparison.Ordinal);

        // What is left is that of all builds, not of the first.
        Assert.Contains("DL3007", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Targets_of_a_Bake_file_are_linted()
    {
        _workspace.Add("docker-bake.json", """
            {
              "target": {
                "_base": { "args": { "TAG": "latest" } },
                "app": { "inherits": ["_base"], "context": "app", "contexts": { "shared": "../shared" } }
              }
            }
            """);
        _workspace.Add("app/Dockerfile", "ARG TAG=3.22\nFROM shared AS a\nFROM alpine:${TAG} AS shared\n");
        Assert.Contains("dockerlint:app/Dockerfile:3:6: DL3007", Lint("docker-bake.json").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("DK6003", Lint("--select", "DK6003", "docker-bake.json").Output, StringComparison.Ordinal);
        Assert.Contains("DK6003", Lint("--select", "DK6003", "app/Dockerfile").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Services_extend_others_and_variables_come_from_the_environment_and_the_file_beside()
    {
        _workspace.Add("deploy/compose.yaml", """
            include: [more/compose.yaml]
            services:
              base:
                build: { context: "${ROOT:?not set}", args: { TAG: latest, OTHER: "${UNKNOWN}" } }
              app:
                extends: { service: base }
                build: { dockerfile: app.Dockerfile }
              other:
                extends: { file: more/compose.yaml, service: worker }
                build: { args: { TAG: latest } }
              loop: { extends: loop }
              lost: { build: "${NOWHERE}/x" }
            """);
        _workspace.Add("deploy/.env", "# where things are\nROOT='../src'\nTAG=latest\n").Add("src/Dockerfile", "ARG TAG=1\nFROM a:${TAG}\n")
            .Add("src/app.Dockerfile", "ARG TAG=1\nFROM b:${TAG}\n");
        _workspace.Add("deploy/more/compose.yaml", "services: {worker: {build: {context: ./worker}}}\n")
            .Add("deploy/more/worker/Dockerfile", "ARG TAG=1\nFROM c:${TAG}\n");
        var outcome = Lint("deploy/compose.yaml");
        Assert.Equal(
            ["src/Dockerfile:2:6: DL3007", "src/app.Dockerfile:2:6: DL3007", "deploy/more/worker/Dockerfile:2:6: DL3007"],
            outcome.Output.Split('\n')[..^1].Select(line => string.Join(' ', line.Split(' ')[..2])["dockerlint:".Length..]));
        Assert.Equal("dockerlint: deploy/compose.yaml: what lost builds depends on a variable that is not set (${NOWHERE}/x/Dockerfile), "
            + "and is not linted\n", outcome.Error);
        Assert.Equal(1, outcome.ExitCode);
        var elsewhere = CommandLine.Start(
            [.. CommandLine.Program, "--shellcheck", "off", "-f", "gnu", "deploy/compose.yaml"], _workspace.Folder, [], ("ROOT", "none"));
        Assert.Contains("app builds ${ROOT:?not set}/app.Dockerfile, and there is no such file", elsewhere.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_matrix_of_a_Bake_target_is_a_build_for_each_combination()
    {
        _workspace.Add("docker-bake.json", """
            {
              "variable": { "TAG": { "default": "latest" } },
              "target": {
                "app": {
                  "name": "app-${dir}-${tag}", "matrix": { "dir": ["a", "b"], "tag": ["3.22", "latest"] },
                  "context": "${dir}", "args": { "V": "${tag}" }
                },
                "one": { "context": "c", "args": { "V": "${TAG}", "W": "${upper(TAG)}" } },
                "in": { "dockerfile-inline": "FROM alpine\n" },
                "lost": { "context": "${unknown}" }
              }
            }
            """);
        foreach (var folder in new[] { "a", "b", "c" })
        {
            _workspace.Add(folder + "/Dockerfile", "ARG V=1\nFROM alpine:${V}\n");
        }

        var outcome = Lint("docker-bake.json");
        Assert.Equal(
            ["a/Dockerfile:2:6: DL3007", "b/Dockerfile:2:6: DL3007", "c/Dockerfile:2:6: DL3007", "docker-bake.json#in:1:6: DL3006"],
            outcome.Output.Split('\n')[..^1].Select(line => string.Join(' ', line.Split(' ')[..2])["dockerlint:".Length..]));
        Assert.Contains("what lost builds depends on a variable", outcome.Error, StringComparison.Ordinal);
        var pinned = CommandLine.Start(
            [.. CommandLine.Program, "--shellcheck", "off", "-f", "gnu", "docker-bake.json"], _workspace.Folder, [], ("TAG", "3.22"));
        Assert.DoesNotContain("c/Dockerfile", pinned.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Dockerfile_within_the_file_has_the_name_of_its_service()
    {
        _workspace.Add("deploy/compose.yaml",
            "services:\n  web:\n    build:\n      dockerfile_inline: |\n        FROM alpine\n        RUN sudo make\n");
        Assert.StartsWith(
            "dockerlint:deploy/compose.yaml#web:1:6: DL3006 warning: image alpine has no tag\ndockerlint:deploy/compose.yaml#web:2:5: "
            + "DL3004", Lint("deploy/compose.yaml").Output,
            StringComparison.Ordinal);
        Assert.Equal(1, Lint("--fix", "--unsafe-fixes", "deploy/compose.yaml").ExitCode);
    }

    [Theory]
    [InlineData("compose.yaml", "services: {web: {build: ./web}}",
        "dockerlint: compose.yaml: web builds web/Dockerfile, and there is no such file\n")]
    [InlineData("docker-bake.json", "{\"target\": {\"web\": {\"dockerfile\": \"x.Dockerfile\"}}}",
        "dockerlint: docker-bake.json: web builds x.Dockerfile, and there is no such file\n")]
    [InlineData("compose.yaml", "services:\n  web:\n    build: [a]\n",
        "dockerlint: compose.yaml:3:12: build of web is a path or a mapping, not a list\n")]
    [InlineData("compose.yaml", "services: {web: {build: {context: ., target: nope}}}",
        "dockerlint: web builds the stage nope of Dockerfile, and there is no such stage\n")]
    [InlineData("docker-bake.json", "{\"target\": {\"web\": {\"target\": \"nope\"}}}",
        "dockerlint: web builds the stage nope of Dockerfile, and there is no such stage\n")]
    [InlineData("docker-bake.json", "{\"target\": {", "dockerlint: docker-bake.json:1:13: this is no JSON\n")]
    [InlineData("docker-bake.hcl", "target \"a\" {}",
        "dockerlint: cannot read docker-bake.hcl: Bake files are read as JSON only, which `docker buildx bake --print` writes\n")]
    public void What_cannot_be_built_is_told_and_gives_2(string name, string text, string message)
    {
        _workspace.Add(name, text).Add("Dockerfile", "FROM alpine:3.22 AS build\n");
        Assert.Equal(new Outcome(2, "", message), Lint(name));
    }

    [Fact]
    public void What_is_elsewhere_or_builds_nothing_is_told_and_no_failure()
    {
        _workspace.Add("compose.yaml", "services: {a: {build: 'https://github.com/a/b.git'}}\n")
            .Add("docker-compose.yaml", "services: {a: {image: 'b:1'}}\n");
        Assert.Equal(
            new Outcome(0, "", "dockerlint: compose.yaml: a builds https://github.com/a/b.git, which is not on this machine and not "
                + "linted\n"), Lint("compose.yaml"));
        Assert.Equal(new Outcome(0, "", "dockerlint: docker-compose.yaml builds nothing\n"), Lint("docker-compose.yaml"));
    }
}
