using Xunit;

namespace Dockerlint.Tests.Cli;

/// <summary>
/// Repositories whose settings name programs to run: each kind is first shown to work, with git as people call it, and then not to
/// with any command of ours.
/// </summary>
public sealed class HostileRepositoryTests
{
    // A history of two commits, a changed file and an untracked one: enough for every command that reads git.
    private const string Begin = """
        export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.org GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.org
        printf '#!/bin/sh\ntouch "%s/canary"\nexit 1\n' "$PWD" > program; chmod +x program; P=$PWD/program
        mkdir repo; cd repo; git init -q -b main
        printf 'FROM alpine:3.22\nCOPY . /app\nRUN make\n' > Dockerfile; echo 1 > a.txt; printf 'program\ncanary\n' > .dockerignore
        git add .; git commit -qm one; echo 2 > a.txt; git commit -qam two; echo three > a.txt; echo new > new.txt

        """;

    // The name, what makes the repository hostile, and a command with which git itself falls for it.
    private static readonly (string Name, string Setup, string Naive)[] s_kinds =
    [
        ("file monitor", "git config core.fsmonitor \"$P\"", "git status"),
        ("clean filter", "git config filter.x.clean \"$P\"; git config filter.x.required true; echo '*.txt filter=x' > .gitattributes; touch a.txt", "git diff --quiet"),
        ("process filter", "git config filter.x.process \"$P\"; git config filter.x.required true; echo '*.txt filter=x' > .gitattributes; touch a.txt", "git diff --quiet"),
        ("external diff", "git config diff.external \"$P\"", "git diff"),
        ("text conversion", "git config diff.x.textconv \"$P\"; echo '*.txt diff=x' > .gitattributes", "git diff HEAD~1 HEAD"),
        ("signature program", """
            git config gpg.program "$P"; git config log.showSignature true
            C=$( { git cat-file commit HEAD | sed '/^$/,$d'; printf 'gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n\nsigned\n'; } | git hash-object -t commit -w --stdin)
            git update-ref HEAD "$C"
            """, "git log -1"),
        ("lazy fetch", """
            git config remote.origin.url "ext::$P"; git config remote.origin.promisor true; git config remote.origin.partialclonefilter blob:none
            git config protocol.ext.allow always; git config extensions.partialClone origin; git config core.repositoryFormatVersion 1
            B=$(git rev-parse HEAD~1:a.txt); rm -f .git/objects/${B%${B#??}}/${B#??}
            """, "git cat-file -p HEAD~1:a.txt"),
        ("lazy fetch over ssh", """
            git config remote.origin.url ssh://example.invalid/x; git config core.sshCommand "$P"; git config remote.origin.promisor true
            git config extensions.partialClone origin; git config core.repositoryFormatVersion 1
            B=$(git rev-parse HEAD~1:a.txt); rm -f .git/objects/${B%${B#??}}/${B#??}
            """, "git cat-file -p HEAD~1:a.txt"),
        ("hook", "git config core.hooksPath hooks; mkdir hooks; cp \"$P\" hooks/post-index-change; touch Dockerfile", "git status"),
        ("bare repository", """
            git init -q --bare evil; git -C evil config core.bare false; git -C evil config core.worktree ..; git -C evil config core.fsmonitor "$P"
            cp .git/index evil/index; cp -r .git/objects evil/; git -C evil update-ref refs/heads/main $(git rev-parse HEAD)
            printf 'FROM alpine:3.22\nCOPY . /app\n' > evil/Dockerfile; cd evil
            """, "git status"),
    ];

    private static readonly string[] s_commands =
    [
        "lint --changed-since HEAD~1 .", "lint .", "lint --fix --diff --changed-since HEAD .", "cache diff HEAD~1 .", "cache diff HEAD~1 HEAD", "cache diff HEAD :index",
        "cache diff HEAD :worktree", "cache explain", "cache explain HEAD", "cache replay --last 5", "cache optimize --last 5", "cache report --html report.html --last 5", "cache check",
    ];

    public static TheoryData<string> Kinds => [.. s_kinds.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_program_that_a_repository_names_is_run(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the programs are shell scripts");
        var (_, setup, naive) = s_kinds.Single(kind => kind.Name == name);
        using var workspace = new Workspace();
        var canary = Path.Combine(workspace.Folder, "canary");
        var prefix = Begin + setup + "\n";
        CommandLine.Shell(workspace.Folder, prefix + naive);
        Assert.True(File.Exists(canary), $"git does not fall for the {name}: the test shows nothing");

        File.Delete(canary);
        foreach (var folder in (string[])["repo", "repo/evil"])
        {
            var place = Path.Combine(workspace.Folder, folder);
            foreach (var command in Directory.Exists(place) ? s_commands : [])
            {
                var outcome = CommandLine.Shell(place, $"export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null; $DOCKERLINT {command}");
                Assert.False(File.Exists(canary), $"{command} in {folder} runs the {name}");
                Assert.True(outcome.ExitCode is 0 or 1 or 2, $"{command} in {folder}: {outcome.Error}");
            }
        }
    }

    [Fact]
    public void A_content_that_is_missing_is_told_as_that()
    {
        using var workspace = new Workspace();
        CommandLine.Shell(workspace.Folder, Begin + "B=$(git rev-parse HEAD:Dockerfile); rm -f .git/objects/${B%${B#??}}/${B#??}");
        var outcome = CommandLine.Run(Path.Combine(workspace.Folder, "repo"), "cache", "diff", "HEAD~1", "HEAD");
        Assert.Equal(2, outcome.ExitCode);
        Assert.DoesNotContain("there is no Dockerfile", outcome.Error, StringComparison.Ordinal);
        Assert.NotEqual("", outcome.Error);
    }

    [Fact]
    public void Settings_of_the_user_change_no_answer()
    {
        using var workspace = new Workspace();
        CommandLine.Shell(workspace.Folder, Begin + "printf 'FROM debian\\nRUN sudo ls\\n' > Dockerfile");
        var place = Path.Combine(workspace.Folder, "repo");
        workspace.Add("odd", "[diff]\n interHunkContext=50\n orderFile=none\n noprefix=true\n renames=false\n context=9\n[format]\n pretty=oneline\n[core]\n quotePath=true\n[color]\n ui=always\n[log]\n follow=true\n showRoot=false\n");
        foreach (var command in (string[])["lint --changed-since HEAD -f gnu .", "cache diff HEAD~1 :worktree --format json", "cache replay --last 5 --format json"])
        {
            var plain = CommandLine.Shell(place, $"export GIT_CONFIG_GLOBAL=/dev/null; $DOCKERLINT {command}");
            var odd = CommandLine.Shell(place, $"export GIT_CONFIG_GLOBAL={workspace.Folder}/odd; $DOCKERLINT {command}");
            Assert.NotEqual("", plain.Output);
            Assert.Equal(plain, odd);
        }
    }

    [Fact]
    public void Two_names_that_differ_in_a_byte_that_is_no_text_are_two_files()
    {
        Assert.SkipWhen(!OperatingSystem.IsLinux(), "names are text there");
        using var workspace = new Workspace();
        CommandLine.Shell(workspace.Folder, Begin + "printf 1 > \"$(printf 'x\\377')\"; printf 2 > \"$(printf 'x\\376')\"; git add .; git commit -qm names; printf 3 > \"$(printf 'x\\376')\"; printf 4 > \"$(printf 'y\\375')\"");
        var place = Path.Combine(workspace.Folder, "repo");
        var outcome = CommandLine.Run(place, "cache", "diff", "HEAD", ":worktree");
        CommandLine.Shell(workspace.Folder, "rm -rf repo"); // .NET cannot name them
        Assert.Equal("", outcome.Error);
        Assert.Contains("\\xfe", outcome.Output, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\\xff", outcome.Output, StringComparison.OrdinalIgnoreCase);
    }
}
