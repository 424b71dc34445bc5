using Xunit;

namespace Dockerlint.Tests.Cli;

/// <summary>Runs that report only what is new.</summary>
public sealed class NewFindingTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    private Outcome Lint(params IReadOnlyList<string> arguments) =>
        CommandLine.Run(_workspace.Folder, ["lint", "--shellcheck", "off", "-f", "gnu", .. arguments]);

    private static string Places(Outcome outcome) =>
        string.Join(' ', outcome.Output.Split('\n')[..^1].Select(line => line.Split(':'))
            .Select(parts => $"{parts[1]}:{parts[2]}{parts[4].Split(' ')[1].Insert(0, ":")}"));

    [Fact]
    public void What_the_baseline_knows_is_not_reported_wherever_it_moves()
    {
        _workspace.Add("a/Dockerfile", Workspace.Untagged).Add("b/Dockerfile", Workspace.Untagged)
            .Add(".dockerlint.yaml", "profile: none\nselect: [DL3006]\n");
        Assert.Equal(new Outcome(0, "", "known.json knows 2 findings\n"), Lint("--baseline", "known.json", "--write-baseline", "."));
        Assert.Equal(new Outcome(0, "", ""), Lint("--baseline", "known.json", "."));

        _workspace.Add("a/Dockerfile", "# a comment\n\n" + Workspace.Untagged + "FROM alpine\nUSER 1000\nCMD [\"true\"]\n");
        File.Delete(Path.Combine(_workspace.Folder, "b/Dockerfile"));
        _workspace.Add("c/Dockerfile", Workspace.Untagged).Add("d/Dockerfile", "FROM debian\nUSER 1000\nCMD [\"true\"]\n");
        var outcome = Lint("--baseline", "known.json", ".");
        Assert.Equal((1, "a/Dockerfile:6:DL3006 d/Dockerfile:1:DL3006"), (outcome.ExitCode, Places(outcome)));
    }

    [Fact]
    public void A_file_that_is_there_but_not_linted_keeps_its_entries()
    {
        _workspace.Add("a/Dockerfile", Workspace.Untagged);
        Lint("--baseline", "known.json", "--write-baseline", ".");
        _workspace.Add("b/Dockerfile", Workspace.Untagged);
        Assert.Equal("b/Dockerfile:1:DL3006", Places(Lint("--baseline", "known.json", "b")));
    }

    [Fact]
    public void The_folder_that_the_program_runs_in_does_not_matter()
    {
        _workspace.Add("a/Dockerfile", Workspace.Untagged);
        Lint("--baseline", "known.json", "--write-baseline", ".");
        var outcome = CommandLine.Run(Path.Combine(_workspace.Folder, "a"), "lint", "--baseline", "../known.json", "./Dockerfile");
        Assert.Equal(new Outcome(0, "", ""), outcome);
    }

    [Fact]
    public void A_baseline_that_cannot_be_read_is_told_and_gives_2()
    {
        _workspace.Add("Dockerfile", Workspace.Clean).Add("bad.json", "{\n  \"version\": 1,\n  nonsense\n");
        Assert.StartsWith(
            "dockerlint: bad.json:3:3: this is no JSON", Lint("--baseline", "bad.json", "Dockerfile").Error, StringComparison.Ordinal);
        Assert.Equal(2, Lint("--baseline", "bad.json", "Dockerfile").ExitCode);
        Assert.Equal(2, Lint("--baseline", "missing.json", "Dockerfile").ExitCode);
        Assert.Equal(2, Lint("--write-baseline", "Dockerfile").ExitCode);
        Assert.Equal(2, Lint("--baseline", "no/such/folder", "--write-baseline", "Dockerfile").ExitCode);
    }

    [Fact]
    public void Only_findings_on_changed_lines_and_in_new_files_are_reported()
    {
        _workspace.Add("Dockerfile", "FROM debian\nRUN sudo a\nRUN sudo b\n").Add("a b/ü.Dockerfile", "FROM debian\nRUN sudo a\n")
            .Add("same/Dockerfile", "FROM debian\n").Add(".dockerlint.yaml", "profile: none\nselect: [DL3006, DL3004]\n");
        GitFolder.Run(_workspace.Folder, "init -q", "add .", "commit -q -m one", "branch start");
        _workspace.Add("Dockerfile", "# new\nFROM debian\nRUN sudo a\nRUN sudo c\n")
            .Add("a b/ü.Dockerfile", "FROM debian:12\nRUN sudo a && \\\n  sudo b\n")
            .Add("new/Dockerfile", "FROM debian\n");
        GitFolder.Run(_workspace.Folder, "mv same/Dockerfile moved.Dockerfile");
        var outcome = Lint("--changed-since", "HEAD", ".");
        Assert.Equal((1, "Dockerfile:4:DL3004 a b/ü.Dockerfile:2:DL3004 a b/ü.Dockerfile:3:DL3004 new/Dockerfile:1:DL3006"),
            (outcome.ExitCode, Places(outcome)));

        GitFolder.Run(_workspace.Folder, "add .", "commit -q -m two");
        Assert.Equal(outcome.Output, Lint("--changed-since", "start", ".").Output);
        Assert.Equal(new Outcome(0, "", ""), Lint("--changed-since", "HEAD", "."));
        Assert.Equal("Dockerfile:4:DL3004", Places(CommandLine.Run(
            Path.Combine(_workspace.Folder, "new"), "lint", "-f", "gnu", "--changed-since", "start", "../Dockerfile"))
                .Replace("../", "", StringComparison.Ordinal));
    }

    [Fact]
    public void What_changed_on_the_other_branch_meanwhile_does_not_count()
    {
        _workspace.Add("Dockerfile", "FROM debian\nUSER 1\n");
        GitFolder.Run(_workspace.Folder, "init -q", "add .", "commit -q -m one", "checkout -q -b topic");
        _workspace.Add("other.Dockerfile", "FROM alpine\n");
        GitFolder.Run(_workspace.Folder, "add .", "commit -q -m two", "checkout -q main");
        _workspace.Add("Dockerfile", "FROM debian:12\nUSER 1\n");
        GitFolder.Run(_workspace.Folder, "commit -q -a -m three", "checkout -q topic");
        Assert.Equal(
            "other.Dockerfile:1:DL3006",
            string.Join(' ', Places(Lint("--changed-since", "main", ".")).Split(' ')
            .Where(place => place.EndsWith("DL3006", StringComparison.Ordinal))));
    }

    [Fact]
    public void A_revision_that_git_does_not_know_is_told_and_gives_2()
    {
        _workspace.Add("Dockerfile", Workspace.Clean);
        Assert.StartsWith("dockerlint: cannot tell what changed since main: fatal: not a git repository",
            Lint("--changed-since", "main", "Dockerfile").Error, StringComparison.Ordinal);
        GitFolder.Run(_workspace.Folder, "init -q", "add .", "commit -q -m one");
        var outcome = Lint("--changed-since", "no-such-branch", "Dockerfile");
        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.StartsWith("dockerlint: cannot tell what changed since no-such-branch: ", outcome.Error, StringComparison.Ordinal);
    }
}
