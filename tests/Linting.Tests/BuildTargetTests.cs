using Dockerlint.Linting.Config;
using Dockerlint.Linting.Targets;
using Xunit;

namespace Dockerlint.Tests;

public sealed class BuildTargetTests
{
    [Fact]
    public void Compose_services_tell_how_they_are_built()
    {
        const string text = """
            x-args: &args
              VERSION: "1"
            services:
              web:
                build: ./web
              api:
                build:
                  context: .
                  dockerfile: docker/Api.Dockerfile
                  target: ${TARGET:-runtime}
                  args:
                    <<: *args
                    FROM_ENV:
                    SECRET: ${TOKEN}
                  additional_contexts:
                    - shared=../shared
                    - base=docker-image://alpine:3
              db:
                image: postgres:16
              tool:
                build:
                  dockerfile_inline: |
                    FROM alpine:3
                    RUN echo $$HOME
              remote:
                build: https://github.com/acme/x.git#main
            """;
        var targets = Read(static (text, path, errors) => ComposeReader.Read(text, path, errors), text);
        Assert.Equal(["web", "api", "tool", "remote"], targets.Select(target => target.Name));
        Assert.Equal(("./web", "Dockerfile"), (targets[0].Context, targets[0].Dockerfile));
        var api = targets[1];
        Assert.Equal((".", "docker/Api.Dockerfile", "runtime"), (api.Context, api.Dockerfile, api.Target));
        Assert.Equal([("FROM_ENV", null), ("SECRET", null), ("VERSION", "1")], api.Arguments.Select(pair => (pair.Key, pair.Value)));
        Assert.Equal(
            [("base", "docker-image://alpine:3"), ("shared", "../shared")], api.NamedContexts.Select(pair => (pair.Key, pair.Value)));
        Assert.Equal("FROM alpine:3\nRUN echo $HOME\n", targets[2].InlineDockerfile);
        Assert.Null(targets[2].Dockerfile);
        Assert.Equal([false, false, false, true], targets.Select(target => target.IsRemote));
    }

    [Theory]
    [InlineData("RUN echo ${UNSET} $$A", "RUN echo  $A")]
    [InlineData("RUN echo $UNSET$$A", "RUN echo $A")]
    [InlineData("RUN echo ${UNSET:-b} ${UNSET-c} ${UNSET:+d}", "RUN echo b c ")]
    [InlineData("RUN echo ${TAG} ${TAG:+d} $$$$", "RUN echo 1 d $$")]
    [InlineData("RUN echo ${UNSET:?must be set} $$A", "RUN echo ${UNSET:?must be set} $A")]
    [InlineData("RUN echo ${SECRET} ${UNSET:-$SECRET} $$A", "RUN echo ${SECRET} $SECRET $A")]
    [InlineData("RUN echo ${UNSET $$A", "RUN echo ${UNSET $$A")]
    public void An_inline_Dockerfile_has_its_variables_replaced_one_by_one(string written, string expected)
    {
        var text = $"services:\n  a:\n    build:\n      dockerfile_inline: '{written}'\n";
        var sources = new BuildFileSources(name => name is "TAG" ? "1" : name is "SECRET" ? "s3cret" : null, _ => null)
        {
            IsPrivate = name => name == "SECRET",
        };
        var target = Assert.Single(Read((read, path, errors) => ComposeReader.Read(read, path, errors, sources), text));
        Assert.Equal(expected, target.InlineDockerfile);
    }

    [Fact]
    public void Bake_targets_inherit_and_template_targets_are_left_out()
    {
        const string text = """
            {
              "group": {"default": {"targets": ["app"]}},
              "target": {
                "_common": {"args": {"A": "1", "B": "1"}, "context": "src"},
                "app": {"inherits": ["_common"], "dockerfile": "App.Dockerfile", "args": {"B": "2", "C": "${VERSION}"}, "contexts": {"deps": "target:deps"}},
                "deps": {"target": "deps", "inherits": ["app"], "dockerfile-inline": "FROM scratch\n"},
                "loop": {"inherits": ["loop"]}
              }
            }
            """;
        var targets = Read(static (text, path, errors) => BakeReader.Read(text, path, errors), text);
        Assert.Equal(["app", "deps", "loop"], targets.Select(target => target.Name));
        Assert.Equal(("src", "App.Dockerfile"), (targets[0].Context, targets[0].Dockerfile));
        Assert.Equal([("A", "1"), ("B", "2"), ("C", null)], targets[0].Arguments.Select(pair => (pair.Key, pair.Value)));
        Assert.Equal("target:deps", targets[0].NamedContexts["deps"]);
        Assert.Equal("FROM scratch\n", targets[1].InlineDockerfile);
        Assert.Equal("deps", targets[1].Target);
    }

    [Theory]
    [InlineData("${A}", "1")]
    [InlineData("$A-x", "1-x")]
    [InlineData("${A:-d}${E:-d}${E-d}${N-d}", "1dd")]
    [InlineData("${N:-${M:-deep}}", "deep")]
    [InlineData("${A:+set}${N:+set}|${E:+set}${E+set}", "set|set")]
    [InlineData("$$A $", "$A $")]
    [InlineData("${A?}", "1")]
    [InlineData("${N:?a-b}", null)]
    [InlineData("${N}", null)]
    [InlineData("$N", null)]
    [InlineData("${A", null)]
    public void Compose_variables_are_expanded_as_the_specification_says(string text, string? expected)
    {
        var sources = new BuildFileSources(name => name switch { "A" => "1", "E" => "", _ => null }, _ => null);
        var target = Assert.Single(ComposeReader.Read($"services: {{s: {{build: {{args: {{X: '{text}'}}}}}}}}", "f", [], sources));
        Assert.Equal(expected, target.Arguments["X"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("services: [a]")]
    [InlineData("services: {a: {build: {context: [x]}}}")]
    [InlineData("services: {a: null}")]
    [InlineData("version: '3'")]
    public void Odd_compose_files_describe_what_they_describe(string text)
    {
        Assert.All(Read(static (text, path, errors) => ComposeReader.Read(text, path, errors), text), target =>
            Assert.Equal(".", target.Context));
    }

    [Theory]
    [InlineData("services: {a: {build: [x]}}", true)]
    [InlineData("services: {a: ", true)]
    [InlineData("{", false)]
    [InlineData("{\"target\": {\"a\": 1}}", false)]
    public void Broken_files_are_errors_with_a_place(string text, bool isCompose)
    {
        var errors = new List<ConfigError>();
        _ = isCompose ? ComposeReader.Read(text, "f", errors) : BakeReader.Read(text, "f", errors);
        Assert.True(Assert.Single(errors) is { Line: > 0, Column: > 0 });
    }

    private static IReadOnlyList<BuildTarget> Read(
        Func<string, string, ICollection<ConfigError>, IReadOnlyList<BuildTarget>> read, string text)
    {
        var errors = new List<ConfigError>();
        var targets = read(text, "f", errors);
        Assert.Empty(errors);
        return targets;
    }
}
