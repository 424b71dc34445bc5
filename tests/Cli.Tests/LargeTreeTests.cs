using System.Globalization;
using Xunit;

namespace Dockerlint.Tests.Cli;

public sealed class LargeTreeTests : IDisposable
{
    private const int Folders = 400;
    private const int FilesOfFolder = 500;

    private readonly Workspace _workspace = new();

    public void Dispose() => CommandLine.Shell(Path.GetTempPath(), $"rm -rf '{_workspace.Folder}'");

    [Fact]
    public void Two_hundred_thousand_files_are_searched_in_bounded_memory()
    {
        Assert.SkipUnless(File.Exists("/proc/self/status"), "memory is measured on Linux");
        _workspace.Add("Dockerfile", "FROM alpine\nCOPY . /x\n");
        CommandLine.Shell(_workspace.Folder, $"mkdir -p .git node_modules; for d in $(seq {Folders}); do mkdir -p s/$d; (cd s/$d; seq "
            + $"{FilesOfFolder} | xargs touch); done; touch .dockerignore s/7/Dockerfile s/300/web.Dockerfile");
        var outcome = CommandLine.Shell(_workspace.Folder, "ulimit -v unlimited; (timeout 60 $DOCKERLINT lint --shellcheck off -f gnu . "
            + "& pid=$!; "
            + "peak=0; while [ -d /proc/$pid ]; do now=$(awk '/VmHWM/ {print $2}' /proc/$pid/status 2> /dev/null); peak=${now:-$peak}; "
                + "sleep 0.05; done; echo $peak >&2; wait $pid)");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("dockerlint:Dockerfile:1:6: DL3006", outcome.Output, StringComparison.Ordinal);
        var peak = int.Parse(outcome.Error.Trim().Split('\n')[^1], CultureInfo.InvariantCulture) / 1024;
        Assert.True(peak < 400, $"{peak} MB");
    }
}
