using System.Globalization;
using Xunit;

namespace Dockerlint.Tests.Cli;

/// <summary>
/// Repositories whose settings name programs to run: each kind is first shown to work, with git as people call it, and then not to
/// with any command of ours.
/// </summary>
public sealed class HostileRepositoryTests
{
    // A history of two commits, a changed file and an untracked one: enough for every command that reads git.
    internal const string Begin = """
        export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.org GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.org
        printf '#!/bin/sh\ntouch "%s/canary"\nexit 1\n' "$PWD" > program; chmod +x program; P=$PWD/program
        mkdir repo; cd repo; git init -q -b main
        printf 'FROM alpine:3.22\nCOPY . /app\nRUN make\n' > Dockerfile; echo 1 > a.txt; printf 'program\ncanary\n' > .dockerignore
        git add .; git commit -qm one; echo 2 > a.txt; git commit -qam two; echo three > a.txt; echo new > new.txt

        """;

    // The exit codes of the commands: where nothing is wrong with the repository; where nobody knows whether a file of the work tree is
    // changed; and where the repository is one that may not be read.
    private static readonly int[] s_read = [0, 1, 0, 0, 0, 0, 0, 0, 1];
    private static readonly int[] s_unknown = [0, 1, 2, 2, 0, 0, 0, 0, 1];

    // A report of what is there needs no history. Where .git is a folder, lint says that it is copied.
    private static readonly int[] s_refused = [2, 1, 2, 2, 2, 2, 0, 0, 2];
    private static readonly int[] s_refusedLink = [2, 0, 2, 2, 2, 2, 0, 0, 2];

    // What lets git fetch a content that is missing, from the remote "origin".
    private const string Partial = """
        git config remote.origin.promisor true; git config extensions.partialClone origin; git config core.repositoryFormatVersion 1
        B=$(git rev-parse HEAD~1:a.txt); rm -f .git/objects/${B%${B#??}}/${B#??}

        """;

    // A repository of its own, elsewhere on the machine, that runs the program.
    private const string Elsewhere = """
        (cd ..; mkdir other; cd other; git init -q -b main; cp ../repo/Dockerfile .; git add .; git commit -qm other; git config core.fsmonitor "$P")

        """;

    private const string Fetch = "git cat-file -p HEAD~1:a.txt";
    private const string Password = "printf 'protocol=https\nhost=example.invalid\n\n' | git credential fill";

    private static readonly HostileKind[] s_kinds =
    [
        new("file monitor", "git config core.fsmonitor \"$P\"", "git status"),
        new("clean filter", "git config filter.x.clean \"$P\"; git config filter.x.required true; echo '*.txt filter=x' > "
            + ".gitattributes; touch a.txt", "git diff --quiet") { Codes = s_unknown },
        new("smudge filter", "git config filter.x.smudge \"$P\"; echo '*.txt filter=x' > .gitattributes",
            "git checkout-index -f a.txt; echo three > a.txt") { Codes = s_unknown },
        new("process filter", "git config filter.x.process \"$P\"; git config filter.x.required true; echo '*.txt filter=x' > "
            + ".gitattributes; touch a.txt", "git diff --quiet") { Codes = s_unknown },
        new("external diff", "git config diff.external \"$P\"", "git diff"),
        new("external diff of the caller", "", "git diff") { Environment = "export GIT_EXTERNAL_DIFF=$P" },
        new("diff program of an attribute", "git config diff.x.command \"$P\"; echo '*.txt diff=x' > .gitattributes", "git diff"),
        new("text conversion", "git config diff.x.textconv \"$P\"; echo '*.txt diff=x' > .gitattributes", "git diff HEAD~1 HEAD"),
        new("signature program", """
            git config gpg.program "$P"; git config log.showSignature true
            C=$( { git cat-file commit HEAD | sed '/^$/,$d'; printf 'gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n\nsigned\n'; } | git hash-object -t commit -w --stdin)
            git update-ref HEAD "$C"
            """, "git log -1"),
        new("lazy fetch", "git config remote.origin.url \"ext::$P\"; git config protocol.ext.allow always\n" + Partial, Fetch),
        new("lazy fetch over ssh", "git config remote.origin.url ssh://example.invalid/x; git config core.sshCommand \"$P\"\n" + Partial,
            Fetch),
        new("lazy fetch over ssh of the caller", "git config remote.origin.url ssh://example.invalid/x\n" + Partial,
            Fetch) { Environment = "export GIT_SSH_COMMAND=$P" },
        new("lazy fetch through a proxy", "git config remote.origin.url git://example.invalid/x; git config core.gitProxy \"$P\"\n"
            + Partial, Fetch),
        new("lazy fetch through a proxy of the caller", "git config remote.origin.url git://example.invalid/x\n" + Partial,
            Fetch) { Environment = "export GIT_PROXY_COMMAND=$P" },
        new("lazy fetch with a helper",
            "git config remote.origin.url \"$P\"; git config remote.origin.vcs ext; git config protocol.ext.allow always\n" + Partial,
            Fetch),
        new("lazy fetch by another address",
            "git config remote.origin.url mine:x; git config \"url.ext::$P .insteadOf\" mine:; git config protocol.ext.allow always\n"
            + Partial, Fetch),
        new("credential helper", "git config credential.helper \"$P\"", Password),
        new("askpass program", "git config core.askPass \"$P\"", Password),
        new("askpass program of the caller", "", Password) { Environment = "export GIT_ASKPASS=$P SSH_ASKPASS=$P" },
        new("editor", "git config core.editor \"$P\"", "git commit --amend"),
        new("editor of the caller", "", "git commit --amend") { Environment = "export GIT_EDITOR=$P VISUAL=$P EDITOR=$P" },
        new("pager", "git config core.pager \"$P\"; for c in log cat-file ls-tree ls-files rev-parse rev-list config; do git config "
            + "pager.$c \"$P\"; done",
            "script -qec 'git log' /dev/null") { NeedsTerminal = true },
        new("pager of the caller", "", "script -qec 'git log' /dev/null") { Environment = "export GIT_PAGER=$P PAGER=$P",
            NeedsTerminal = true },
        new("alias", "for c in x log cat-file ls-tree ls-files rev-parse rev-list merge-base diff-tree check-attr config; do git config "
            + "alias.$c \"!$P\"; done", "git x"),
        new("hook", "git config core.hooksPath hooks; mkdir hooks; cp \"$P\" hooks/post-index-change; touch Dockerfile", "git status"),
        new("hook of the repository", "cp \"$P\" .git/hooks/post-index-change; touch Dockerfile", "git status"),
        new("included settings", "printf '[core]\nfsmonitor = %s\n' \"$P\" > settings; git config include.path ../settings", "git status"),
        new("settings included for a folder",
            "printf '[core]\nfsmonitor = %s\n' \"$P\" > settings; git config includeIf.gitdir:**.path ../settings", "git status"),
        new("settings of the work tree", "git config extensions.worktreeConfig true; git config --worktree core.fsmonitor \"$P\"",
            "git status"),
        new("submodule update", """
            cp -r .git ../module; git update-index --add --cacheinfo 160000,$(git rev-parse HEAD),mod; mkdir mod
            printf '[submodule "mod"]\npath = mod\nurl = %s\n' "$PWD/../module" > .gitmodules
            git config submodule.mod.url "$PWD/../module"; git config submodule.mod.update "!$P"; git config submodule.recurse true; git commit -qm module
            """, "git -c protocol.file.allow=always submodule update; rm -rf mod; mkdir mod"),
        new("submodule address", """
            git update-index --add --cacheinfo 160000,$(git rev-parse HEAD),mod; mkdir mod; git config protocol.ext.allow always
            printf '[submodule "mod"]\npath = mod\nurl = ext::%s\n' "$P" > .gitmodules; git config submodule.mod.url "ext::$P"; git commit -qm module
            """, "git -c protocol.ext.allow=always submodule update --init; rm -rf mod; mkdir mod"),
        new("repository elsewhere", Elsewhere + "rm -r .git; echo gitdir: $PWD/../other/.git > .git", "git status") { Codes = s_refusedLink },
        new("repository behind a link", Elsewhere + "rm -r .git; ln -s ../other/.git .git", "git status") { Codes = s_refusedLink },
        new("repository that is shared", Elsewhere
            + "rm -r .git/objects .git/refs .git/config; echo $PWD/../other/.git > .git/commondir; mkdir .git/objects .git/refs",
            "git status") { Codes = s_refused },
        new("work tree elsewhere", Elsewhere + "git config core.worktree ../../other; git config core.fsmonitor \"$P\"",
            "git status") { Codes = s_refused },
        new("work tree around it", "git config core.worktree ../..; git config core.fsmonitor \"$P\"", "git status") { Codes = s_refused },
        new("bare repository", """
            git init -q --bare evil; git -C evil config core.bare false; git -C evil config core.worktree ..; git -C evil config core.fsmonitor "$P"
            cp .git/index evil/index; cp -r .git/objects evil/; git -C evil update-ref refs/heads/main $(git rev-parse HEAD)
            printf 'FROM alpine:3.22\nCOPY . /app\n' > evil/Dockerfile
            """, "cd evil; git status") { Folder = "repo/evil", Codes = s_refusedLink },
    ];

    private static readonly string[] s_commands =
    [
        "lint --changed-since HEAD~1 .", "lint .", "cache diff HEAD~1 .", "cache diff :index :worktree", "cache explain HEAD", "cache replay --last 5",
        "cache optimize --last 5", "cache report --html ../report.html --last 5", "cache check HEAD --budget ../budget.yml",
    ];

    public static TheoryData<string> Kinds => [.. s_kinds.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_program_that_a_repository_names_is_run(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the programs are shell scripts");
        var kind = s_kinds.Single(kind => kind.Name == name);
        Assert.SkipWhen(kind.NeedsTerminal && !File.Exists("/usr/bin/script"), "there is no program that makes a terminal");
        using var workspace = new Workspace();
        workspace.Add("budget.yml", "budget:\n  - {change: a.txt, keep: 2}\n");
        var canary = Path.Combine(workspace.Folder, "canary");
        var environment = $"P={workspace.Folder}/program; {kind.Environment}\n";
        CommandLine.Shell(workspace.Folder, Begin + kind.Setup + "\n" + environment + kind.Naive);
        Assert.True(File.Exists(canary), $"git does not fall for the {name}: the test shows nothing");

        File.Delete(canary);
        var place = Path.Combine(workspace.Folder, kind.Folder);

        // Several at a time; where the canary sings, each is tried alone to tell which it was.
        var begin = $"export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null; {environment}";
        var runs = s_commands.Select((command, i) => $"{{ $DOCKERLINT {command} > /dev/null 2> ../{i}.err; echo $? > ../{i}.code; }}")
            .ToList();
        CommandLine.Shell(
            place, begin + string.Concat(runs.Chunk(4).Select(some => string.Concat(some.Select(run => run + " & ")) + "wait\n"))
            .Replace("../", workspace.Folder + "/", StringComparison.Ordinal));
        var guilty = File.Exists(canary)
            ? s_commands.Where(command => IsHeard(canary, () => CommandLine.Shell(place, $"{begin} $DOCKERLINT {command}"))).ToList() : [];
        Assert.Equal([], guilty);
        Assert.False(File.Exists(canary), $"commands in {kind.Folder} run the {name}");
        var codes = s_commands.Select((_, i) =>
            int.Parse(File.ReadAllText(Path.Combine(workspace.Folder, $"{i}.code")), CultureInfo.InvariantCulture)).ToList();
        var errors = string.Concat(s_commands.Select((command, i) => $"{command} gives {codes[i]}: "
            + $"{File.ReadAllText(Path.Combine(workspace.Folder, $"{i}.err"))}\n"));
        Assert.True(codes.SequenceEqual(kind.Codes ?? s_read), errors);
    }

    private static bool IsHeard(string canary, Action run)
    {
        File.Delete(canary);
        run();
        return File.Exists(canary);
    }

    /// <summary>A way in which a repository, or the environment, makes git run a program.</summary>
    /// <param name="Name">The name.</param>
    /// <param name="Setup">What makes the repository hostile.</param>
    /// <param name="Naive">A command with which git itself falls for it.</param>
    private sealed record HostileKind(string Name, string Setup, string Naive)
    {
        /// <summary>What the caller has in the environment.</summary>
        public string Environment { get; init; } = "";

        /// <summary>Where the commands run.</summary>
        public string Folder { get; init; } = "repo";

        /// <summary>The exit codes of the commands, where they are not those of any repository.</summary>
        public int[]? Codes { get; init; }

        /// <summary>Whether git falls for it in front of a terminal only.</summary>
        public bool NeedsTerminal { get; init; }
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
        workspace.Add("odd", "[diff]\n interHunkContext=50\n orderFile=none\n noprefix=true\n renames=false\n context=9\n[format]\n "
            + "pretty=oneline\n[core]\n quotePath=true\n[color]\n ui=always\n[log]\n follow=true\n showRoot=false\n");
        foreach (var command in (string[])["lint --changed-since HEAD -f gnu .", "cache diff HEAD~1 :worktree --format json",
            "cache replay --last 5 --format json"])
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
        CommandLine.Shell(workspace.Folder, Begin + "printf 1 > \"$(printf 'x\\377')\"; printf 2 > \"$(printf 'x\\376')\"; git add .; "
            + "git commit -qm names; printf 3 > \"$(printf 'x\\376')\"; printf 4 > \"$(printf 'y\\375')\"");
        var place = Path.Combine(workspace.Folder, "repo");
        var outcome = CommandLine.Run(place, "cache", "diff", "HEAD", ":worktree");
        CommandLine.Shell(workspace.Folder, "rm -rf repo"); // .NET cannot name them
        Assert.Equal("", outcome.Error);
        Assert.Contains("\\xfe", outcome.Output, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\\xff", outcome.Output, StringComparison.OrdinalIgnoreCase);
    }
}
