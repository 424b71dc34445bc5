using System.Diagnostics;
using Xunit;

namespace Dockerlint.Tests.Cli;

/// <summary>A file that is fixed is the old or the new one, whole, whatever happens meanwhile.</summary>
public sealed class RewriteTests : IDisposable
{
    private const string Old = "FROM alpine:3.22\nMAINTAINER Ann\n";
    private readonly Workspace _workspace = new();

    public RewriteTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "these are faults of Linux file systems");

    public void Dispose()
    {
        CommandLine.Shell(_workspace.Folder, "chattr -i -R . 2> /dev/null; chmod -R u+w .; true");
        _workspace.Dispose();
    }

    private Outcome Shell(string line) => CommandLine.Shell(
        _workspace.Folder, line.Replace("$FIX", "$DOCKERLINT lint --shellcheck off --fix --unsafe-fixes", StringComparison.Ordinal));

    private string Text(string path) => File.ReadAllText(Path.Combine(_workspace.Folder, path));

    [Fact]
    public void A_run_that_is_killed_leaves_old_or_new_files_and_the_next_one_clears_up()
    {
        const int files = 40;
        var path = Enumerable.Range(0, files).Select(i => $"{i % 4}/{i}.Dockerfile").ToList();
        var long_ = Old + string.Concat(Enumerable.Range(0, 20).Select(i => $"# line {i}\n"));
        path.ForEach(file => _workspace.Add(file, long_));
        string[] fix = [.. CommandLine.Program, "lint", "--shellcheck", "off", "--fix", "--unsafe-fixes", "."];
        var watch = Stopwatch.StartNew();
        Assert.Equal(0, CommandLine.Start(fix, _workspace.Folder, []).ExitCode is 0 or 1 ? 0 : 1);
        var length = watch.Elapsed;
        var fresh = Text(path[0]);
        Assert.NotEqual(long_, fresh);
        var random = new Random(1);
        var kills = 0;
        for (watch.Restart(); kills < 200 && watch.Elapsed < TimeSpan.FromSeconds(25); kills++)
        {
            path.ForEach(file => _workspace.Add(file, long_));
            using var process = Process.Start(new ProcessStartInfo(fix[0], fix[1..])
            {
                WorkingDirectory = _workspace.Folder,
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            })!;
            Thread.Sleep(length * random.NextDouble());
            process.Kill();
            process.WaitForExit();
            Assert.All(path, file => Assert.True(Text(file) is var text && (text == long_ || text == fresh), $"{file} holds {Text(file)}"));
        }

        Assert.True(kills > 20, $"only {kills} runs were killed");
        path.ForEach(file => _workspace.Add(file, long_));
        CommandLine.Start(fix, _workspace.Folder, []);
        Assert.Equal(path.Order(StringComparer.Ordinal), Directory.EnumerateFiles(_workspace.Folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(_workspace.Folder, file)).Order(StringComparer.Ordinal));
        Assert.All(path, file => Assert.Equal(fresh, Text(file)));
    }

    [Fact]
    public void Two_runs_at_once_leave_whole_files_and_nothing_else()
    {
        for (var i = 0; i < 30; i++)
        {
            _workspace.Add($"{i}.Dockerfile", Old);
        }

        var outcome = Shell("$FIX . & $FIX . & $FIX . & wait; ls -A | wc -l; cat * | sort | uniq -c | wc -l; grep -l MAINTAINER *");
        Assert.DoesNotContain("internal error", outcome.Error, StringComparison.Ordinal);
        Assert.EndsWith("30\n2\n", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Mode_owner_and_attributes_stay()
    {
        _workspace.Add("Dockerfile", Old);
        var outcome = Shell("chmod 2640 Dockerfile; chown 12:34 Dockerfile 2> /dev/null; stat -c '%a %u %g' Dockerfile; $FIX -f gnu "
            + "Dockerfile > /dev/null; stat -c '%a %u %g' Dockerfile; ls -A");
        var lines = outcome.Output.Split('\n');
        Assert.Equal(lines[0], lines[1]);
        Assert.Equal("Dockerfile", lines[2]);
        Assert.DoesNotContain("MAINTAINER", Text("Dockerfile"), StringComparison.Ordinal);
    }

    [Fact]
    public void User_attributes_stay()
    {
        _workspace.Add("Dockerfile", Old);
        const string set = "python3 -c \"import os; os.setxattr('Dockerfile', 'user.note', b'kept')\"";
        Assert.SkipUnless(Shell(set).ExitCode == 0, "no python3 to set an attribute with, or a file system without attributes");
        var outcome = Shell("$FIX -f gnu Dockerfile > /dev/null; python3 -c \"import os; print(os.getxattr('Dockerfile', 'user.note'))\"");
        Assert.Equal("b'kept'\n", outcome.Output);
        Assert.DoesNotContain("MAINTAINER", Text("Dockerfile"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_draft_is_never_more_open_than_the_file()
    {
        _workspace.Add("Dockerfile", Old);
        Assert.SkipUnless(File.Exists("/usr/bin/strace"), "no strace to look with");
        var outcome = Shell("chmod 600 Dockerfile; umask 0; strace -f -o trace -e trace=open,openat,fchmod,chmod $DOCKERLINT lint "
            + "--shellcheck off --fix --unsafe-fixes Dockerfile > /dev/null; grep '[.]dockerlint-' trace | grep O_CREAT");
        Assert.SkipWhen(outcome.Error.Contains("ptrace", StringComparison.Ordinal), "strace is not allowed here");
        Assert.Contains("O_EXCL", outcome.Output, StringComparison.Ordinal);
        Assert.All(outcome.Output.Split('\n')[..^1], line => Assert.Contains(", 0600)", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Other_names_of_a_file_are_told()
    {
        _workspace.Add("Dockerfile", Old);
        var outcome = Shell("ln Dockerfile other; $FIX Dockerfile > /dev/null");
        Assert.Contains("dockerlint: Dockerfile: the file has 2 names (hard links), and the others keep the old content\n", outcome.Error,
            StringComparison.Ordinal);
        Assert.Equal(Old, Text("other"));
        Assert.NotEqual(Old, Text("Dockerfile"));
    }

    [Theory]
    [InlineData("chmod 444 Dockerfile", "the file is read-only")]
    [InlineData("chattr +i Dockerfile", "")]
    [InlineData("chattr +i .", "")]
    [InlineData("mount -t tmpfs tmpfs . && cd ../in && echo '" + Line + "' > Dockerfile && mount -o remount,ro $PWD",
        "read-only file system")]
    [InlineData("mount -t tmpfs -o size=16k tmpfs . && cd ../in && echo '" + Line
        + "' > Dockerfile && (head -c 1M /dev/zero > full 2> /dev/null; true)", "no space left")]
    public void What_cannot_be_written_is_told_and_nothing_is_lost(string make, string reason)
    {
        _workspace.Add("in/Dockerfile", Line + "\n");

        // In a mount namespace of its own, which ends with the shell.
        var unshare = make.StartsWith("mount", StringComparison.Ordinal) ? "unshare -m " : "";
        var made = Shell($"cd in; {unshare}bash -c \"{make.Replace("$PWD", "\\$PWD", StringComparison.Ordinal)}\"; rc=$?; chattr -i . "
            + "Dockerfile 2> /dev/null; chmod 644 Dockerfile; exit $rc");
        Assert.SkipUnless(made.ExitCode == 0, $"{make} cannot be done here: {made.Error}");
        var script = Path.Combine(_workspace.Folder, "run.sh");
        File.WriteAllText(script, $"cd in; {make}; cd ../in; {string.Join(' ', CommandLine.Program.Select(part => $"'{part}'"))} lint "
            + "--shellcheck off --fix --unsafe-fixes Dockerfile > /dev/null; rc=$?; cat Dockerfile; ls -A | grep -v full; chattr -i . "
            + "Dockerfile 2> /dev/null; exit $rc\n");
        var outcome = CommandLine.Start(["/bin/bash", "-c", $"{unshare}bash run.sh"], _workspace.Folder, []);
        Assert.True(outcome.ExitCode == 2, $"{outcome}");
        Assert.Contains("dockerlint: cannot write Dockerfile: ", outcome.Error, StringComparison.Ordinal);
        Assert.Contains(reason, outcome.Error, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(Line + "\nDockerfile\n", outcome.Output);
    }

    private const string Line = "FROM alpine:3.22 as x";

    [Theory]
    [InlineData("mount -t tmpfs -o size=16k tmpfs . && cd ../in && echo old > out && (head -c 1M /dev/zero > full 2> /dev/null; true)",
        "out", "old\n")]
    [InlineData("mount -t tmpfs -o size=16k tmpfs . && cd ../in && (head -c 1M /dev/zero > full 2> /dev/null; true)", "out", "")]
    [InlineData("echo old > out; chmod 444 out", "out", "old\n")]
    [InlineData("mkdir out", "out", "")]
    [InlineData("true", "nowhere/out", "")]
    [InlineData("mkfifo out", "out", "")]
    [InlineData("ln -s nowhere out", "out", "")]
    public void A_report_is_written_whole_or_not_at_all(string make, string output, string left)
    {
        Directory.CreateDirectory(Path.Combine(_workspace.Folder, "in"));
        _workspace.Add("Dockerfile", Old + string.Concat(Enumerable.Repeat("RUN cd /x && sudo apt-get install x\n", 2000)));
        var unshare = make.StartsWith("mount", StringComparison.Ordinal) ? "unshare -m " : "";
        Assert.SkipUnless(unshare.Length == 0 || Shell("unshare -m true").ExitCode == 0, "no mount namespaces here");
        File.WriteAllText(Path.Combine(_workspace.Folder, "run.sh"), $"cd in; {make}; cd ../in; "
            + $"{string.Join(' ', CommandLine.Program.Select(part => $"'{part}'"))} lint --shellcheck off -f json -o {output} "
            + "../Dockerfile; rc=$?; [ -f out ] && cat out; ls -A | grep -v -e full -e '^out$'; exit $rc\n");
        var outcome = CommandLine.Start(["/bin/bash", "-c", $"{unshare}timeout 30 bash run.sh"], _workspace.Folder, []);
        Assert.True(outcome.ExitCode == 2, $"{outcome}");
        Assert.StartsWith($"dockerlint: cannot write {output}: ", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(left, outcome.Output);
    }

    [Fact]
    public void Reports_go_to_streams_as_well()
    {
        _workspace.Add("Dockerfile", Workspace.Untagged);
        Assert.Contains("DL3006", Shell("$DOCKERLINT lint --shellcheck off -o /dev/stdout Dockerfile").Output, StringComparison.Ordinal);
        Assert.Contains(
            "DL3006", Shell("$DOCKERLINT lint --shellcheck off -o >(cat) Dockerfile; sleep 0.2").Output, StringComparison.Ordinal);
        Assert.Equal(1, Shell("$DOCKERLINT lint --shellcheck off -o /dev/null Dockerfile").ExitCode);
        Assert.Equal(2, Shell("$DOCKERLINT lint --shellcheck off -o /dev/full Dockerfile").ExitCode);
    }
}
