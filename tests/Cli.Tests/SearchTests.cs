using Xunit;

namespace Dockerlint.Tests.Cli;

public sealed class SearchTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    private void Add(params IReadOnlyList<string> paths)
    {
        foreach (var path in paths)
        {
            _workspace.Add(path, Workspace.Untagged);
        }
    }

    [Fact]
    public void Dockerfiles_are_found_by_name_in_all_folders_hidden_ones_included()
    {
        Add("Dockerfile", "Dockerfile.prod", "api.Dockerfile", "web.dockerfile", "Containerfile", "Containerfile.dev", "x.containerfile",
            "sub/dockerfile", ".devcontainer/Dockerfile", "a/b/c/Dockerfile", ".git/Dockerfile", "Dockerfile.dockerignore", "README.md",
                "NotADockerfile");
        Assert.Equal(
            ".devcontainer/Dockerfile Containerfile Containerfile.dev Dockerfile Dockerfile.prod a/b/c/Dockerfile api.Dockerfile "
                + "sub/dockerfile"
            + " web.dockerfile x.containerfile",
            _workspace.Reported("."));
    }

    [Fact]
    public void Templates_are_left_out_of_a_folder_and_told_only_when_asked()
    {
        _workspace.Add("Dockerfile", Workspace.Untagged).Add("Dockerfile.j2", "{% if x %}\nFROM {{ base }}\n{% endif %}\n")
            .Add("Dockerfile.in", "FROM @BASE@\n").Add("Dockerfile.orig", Workspace.Untagged)
            .Add("sub/Dockerfile", "FROM alpine:3.22\nRUN docker inspect -f '{{ .Id }}' x\nEXPOSE {{ port }} {{\n{{ more }}\n");
        Assert.Equal("Dockerfile Dockerfile.orig", _workspace.Reported("."));
        Assert.Equal("", CommandLine.Run(_workspace.Folder, ["lint", "--shellcheck", "off", "."]).Error);
        var told = CommandLine.Run(_workspace.Folder, ["lint", "--verbose", "."]).Error;
        Assert.Contains("Dockerfile.j2 is left out: it is a template ({%)", told, StringComparison.Ordinal);
        Assert.Contains("Dockerfile.in is left out: it is a template (@BASE@)", told, StringComparison.Ordinal);
        Assert.Contains("DL1000", CommandLine.Run(_workspace.Folder, ["lint", "Dockerfile.j2"]).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_are_not_followed()
    {
        Add("real/Dockerfile");
        File.CreateSymbolicLink(Path.Combine(_workspace.Folder, "loop"), ".");
        File.CreateSymbolicLink(Path.Combine(_workspace.Folder, "Dockerfile"), "real/Dockerfile");
        Assert.Equal("real/Dockerfile", _workspace.Reported("."));
    }

    [Fact]
    public void What_git_ignores_is_left_out_unless_named_or_asked_for()
    {
        Add("Dockerfile", "build/Dockerfile", "sub/build/Dockerfile", "sub/keep/Dockerfile", "sub/deep/Dockerfile", "sub/deep/x.Dockerfile",
            "old/Dockerfile");
        _workspace.Add(".gitignore", "# generated\nbuild/\nsub/deep/*\n!sub/deep/x.Dockerfile\n").Add("sub/.gitignore", "!build/\n/keep\n")
            .Add(".git/info/exclude", "old\n");
        Assert.Equal("Dockerfile sub/build/Dockerfile sub/deep/x.Dockerfile", _workspace.Reported("."));
        Assert.Equal("sub/build/Dockerfile sub/deep/x.Dockerfile", _workspace.Reported("sub"));
        Assert.Equal("build/Dockerfile", _workspace.Reported("build/Dockerfile"));
        Assert.Equal(
            "Dockerfile build/Dockerfile old/Dockerfile sub/build/Dockerfile sub/deep/Dockerfile sub/deep/x.Dockerfile sub/keep/Dockerfile",
            _workspace.Reported("--no-gitignore", "."));
    }

    [Fact]
    public void An_ignored_folder_cannot_be_opened_again_from_inside()
    {
        Add("out/Dockerfile");
        _workspace.Add(".gitignore", "out\n!out/Dockerfile\n").Add("out/.gitignore", "!Dockerfile\n");
        Assert.Equal("", _workspace.Reported("."));
    }

    [Fact]
    public void A_repository_within_another_has_rules_of_its_own()
    {
        Add("a.Dockerfile", "module/a.Dockerfile", "module/b.Dockerfile");
        _workspace.Add(".git/HEAD", "").Add(".gitignore", "a.Dockerfile\n").Add("module/.git", "gitdir: ../.git/modules/module\n")
            .Add(".git/modules/module/info/exclude", "b.Dockerfile\n");
        Assert.Equal("module/a.Dockerfile", _workspace.Reported("."));
    }

    [Fact]
    public void A_folder_without_Dockerfiles_is_told()
    {
        var outcome = CommandLine.Run(_workspace.Folder, "lint", ".");
        Assert.Equal(new Outcome(0, "", "dockerlint: no Dockerfile found under .\n"), outcome);
    }

    [Fact]
    public void The_order_of_the_output_does_not_depend_on_the_number_of_jobs()
    {
        Add([.. Enumerable.Range(0, 200).Select(i => $"{i % 7}/{i}/Dockerfile")]);
        var one = CommandLine.Run(_workspace.Folder, "lint", "-f", "json", "--jobs", "1", ".");
        var four = CommandLine.Run(_workspace.Folder, "lint", "-f", "json", "--jobs", "4", ".");
        Assert.Equal(1, one.ExitCode);
        Assert.Equal(one, four);
        Assert.Equal(200, one.Output.Split("\"code\":\"DL3006\"").Length - 1);
    }
}
