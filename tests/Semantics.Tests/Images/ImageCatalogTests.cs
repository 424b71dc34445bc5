using Dockerlint.Semantics;
using Dockerlint.Semantics.Images;
using Xunit;

namespace Dockerlint.Tests;

public sealed class ImageCatalogTests
{
    [Theory]
    [InlineData("alpine", "alpine", "apk", "ash")]
    [InlineData("alpine:3.19", "alpine", "apk", "ash")]
    [InlineData("debian:bookworm-slim", "debian", "apt", "dash")]
    [InlineData("ubuntu:22.04", "ubuntu", "apt", "dash")]
    [InlineData("python:3.12", "debian", "apt", "dash")]
    [InlineData("python:3.12-alpine", "alpine", "apk", "ash")]
    [InlineData("python:3.12.4-alpine3.20", "alpine", "apk", "ash")]
    [InlineData("node:20-bookworm-slim", "debian", "apt", "dash")]
    [InlineData("node:lts-alpine", "alpine", "apk", "ash")]
    [InlineData("golang:1.22-windowsservercore", "windows", "none", "cmd")]
    [InlineData("mcr.microsoft.com/dotnet/sdk:8.0-alpine", "alpine", "apk", "ash")]
    [InlineData("gcr.io/distroless/static-debian12:nonroot", "distroless", "none", "none")]
    [InlineData("cgr.dev/chainguard/node", "wolfi", "none", "ash")]
    public void The_system_of_a_tag_is_known(string image, string system, string packageManager, string shell)
    {
        var facts = Find(image)!;
        Assert.Equal((system, packageManager, shell), (facts.System, facts.PackageManager, facts.SystemShell));
    }

    [Theory]
    [InlineData("python:3.12", "")]
    [InlineData("nginxinc/nginx-unprivileged", "101")]
    [InlineData("jenkins/jenkins:lts", "jenkins")]
    [InlineData("gcr.io/distroless/base-debian12:nonroot", "65532")]
    [InlineData("gcr.io/distroless/base-debian12:debug-nonroot", "65532")]
    [InlineData("gcr.io/distroless/base-debian12:debug", "0")]
    [InlineData("mcr.microsoft.com/windows/nanoserver:ltsc2022", "ContainerUser")]
    public void The_user_of_an_image_is_known(string image, string user) => Assert.Equal(user, Find(image)!.User);

    [Fact]
    public void Everything_that_an_image_sets_is_told()
    {
        var facts = Find("postgres:16")!;
        Assert.Equal(["docker-entrypoint.sh"], facts.Entrypoint);
        Assert.Equal(["postgres"], facts.Command);
        Assert.Equal(["5432/tcp"], facts.Ports);
        Assert.Equal(["/var/lib/postgresql/data"], facts.Volumes);
        Assert.Contains("PGDATA", facts.Variables!);
        Assert.Equal("/", facts.WorkingDirectory);
        Assert.Empty(facts.Shell!);
        Assert.Empty(facts.Triggers!);
        Assert.False(facts.HasHealthcheck);
        Assert.Matches("^docker-library/postgres [0-9a-f]{12} [0-9]{4}-[0-9]{2}-[0-9]{2} .*Dockerfile$", facts.Source);
    }

    [Theory]
    [InlineData("python:3.12-slim", "git", false)]
    [InlineData("python:3.12-slim", "curl", false)]
    [InlineData("python:3.12-slim", "python3", true)]
    [InlineData("python:2.7-slim", "python3", false)]
    [InlineData("python:3.12", "git", true)]
    [InlineData("python:3.12-alpine", "bash", false)]
    [InlineData("alpine:3.20", "ca-certificates", true)]
    [InlineData("alpine:3.12", "ca-certificates", null)]
    [InlineData("debian:12", "bash", true)]
    [InlineData("debian:12", "curl", false)]
    [InlineData("debian:12", "emacs", null)]
    [InlineData("bash:5", "bash", true)]
    public void Programs_are_there_or_not_or_nobody_knows(string image, string program, bool? expected) =>
        Assert.Equal(expected, Find(image)!.Has(program));

    [Fact]
    public void Nothing_at_all_is_in_the_empty_image() => Assert.False(BaseImage.Scratch.Has("sh"));

    [Theory]
    [InlineData("python:2", "python2")]
    [InlineData("python:2.7", "python2")]
    [InlineData("python:3", "python3")]
    [InlineData("python:3.9", "python3")]
    [InlineData("python", "python3")]
    [InlineData("python:slim", "python3")]
    public void A_fact_holds_from_a_version_on(string image, string command) => Assert.Equal([command], Find(image)!.Command!);

    [Fact]
    public void Triggers_are_known_by_their_keywords() =>
        Assert.Equal(["ARG", "ENV", "COPY", "RUN", "COPY"], Find("node:8-onbuild")!.Triggers!);

    [Theory]
    [InlineData("python:1.5")]
    [InlineData("node:9")]
    [InlineData("node:20-unheard-of")]
    [InlineData("acme/python:3.12")]
    [InlineData("registry.example.com/python:3.12")]
    [InlineData("python@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void What_was_not_read_is_unknown(string image) => Assert.Null(Find(image));

    [Fact]
    public void A_digest_beside_the_tag_leaves_the_facts_of_the_tag() => Assert.Equal(
        "alpine", Find("alpine:3.20@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")!.System);

    [Theory]
    [InlineData("library/alpine:3.20")]
    [InlineData("docker.io/alpine:3.20")]
    [InlineData("docker.io/library/alpine:3.20")]
    [InlineData("index.docker.io/library/alpine:3.20")]
    [InlineData("public.ecr.aws/docker/library/alpine:3.20")]
    [InlineData("mirror.gcr.io/library/alpine:3.20")]
    [InlineData("arm64v8/alpine:3.20")]
    public void An_image_is_found_under_each_of_its_names(string image) => Assert.Equal(Find("alpine:3.20")!.Source, Find(image)?.Source);

    [Fact]
    public void Facts_of_a_version_that_is_newer_than_the_table_say_so()
    {
        Assert.False(Find("python:3.12")!.IsNewerThanRead);
        Assert.False(Find("python")!.IsNewerThanRead);
        Assert.True(Find("node:999")!.IsNewerThanRead);
    }

    [Theory]
    [InlineData("registry.example.com/base/app:1", "app")]
    [InlineData("registry.example.com/base/team/app", "app")]
    [InlineData("registry.example.com/other/app", null)]
    public void Told_facts_hold_for_the_names_of_their_pattern(string image, string? user) =>
        Assert.Equal(user, Find(image, new ImageEntry("registry.example.com/base/*", new BaseImage { User = "app" }))?.User);

    [Fact]
    public void Told_facts_may_be_like_those_of_a_public_image()
    {
        var entry = new ImageEntry("registry.example.com/python:*",
            new BaseImage { User = "app", Programs = ["git"], MissingPrograms = ["bash"] })
        { Like = "python:3.12-slim" };
        var facts = Find("registry.example.com/python:7", entry)!;
        Assert.Equal(("app", "debian"), (facts.User, facts.System));
        Assert.True(facts.Has("git"));
        Assert.False(facts.Has("bash"));
        Assert.True(facts.Has("python3"));
        Assert.Null(Find("registry.example.com/python@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", entry));
    }

    [Fact]
    public void A_mirror_carries_the_rest_of_the_name_and_the_tag_over()
    {
        var entry = new ImageEntry("mirror.example.com/hub/*", new BaseImage()) { Like = "docker.io/*" };
        Assert.Equal("alpine", Find("mirror.example.com/hub/library/python:3.12-alpine", entry)!.System);
        Assert.Equal("jenkins", Find("mirror.example.com/hub/jenkins/jenkins:lts", entry)!.User);
    }

    [Fact]
    public void The_last_entry_that_knows_a_fact_decides()
    {
        var facts = Find(
            "alpine", new ImageEntry("alpine", new BaseImage { User = "a", WorkingDirectory = "/a" }),
            new ImageEntry("al*", new BaseImage { User = "b" }))!;
        Assert.Equal(("b", "/a", "apk"), (facts.User, facts.WorkingDirectory, facts.PackageManager));
    }

    private static BaseImage? Find(string image, params IReadOnlyList<ImageEntry> entries) =>
        new ImageCatalog(entries).Find(ImageReference.TryParse(image)!);
}
