using Xunit;

namespace Dockerlint.Tests.Cli;

/// <summary>Scripts beside a Dockerfile.</summary>
public sealed class ScriptFileTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("COPY run.sh /\nRUN /run.sh")]
    [InlineData("COPY run.sh /opt/\nRUN /opt/run.sh")]
    [InlineData("WORKDIR /app\nCOPY run.sh .\nRUN ./run.sh")]
    [InlineData("WORKDIR /app\nCOPY . .\nRUN cd /app && ./run.sh")]
    [InlineData("COPY *.sh /opt/\nRUN /opt/../opt/./run.sh --quick")]
    [InlineData("COPY run.sh /usr/local/bin/start\nCMD [\"start\"]")]
    [InlineData("COPY run.sh /usr/local/bin/\nENTRYPOINT run.sh serve")]
    [InlineData("COPY run.sh /e.sh\nENTRYPOINT [\"/usr/bin/tini\", \"--\", \"/e.sh\"]")]
    [InlineData("COPY run.sh /e.sh\nHEALTHCHECK CMD [\"/e.sh\"]")]
    [InlineData("COPY run.sh /e.sh\nRUN bash -e /e.sh x")]
    [InlineData("WORKDIR /a\nCOPY run.sh b.sh\nRUN sh b.sh")]
    [InlineData("RUN --mount=type=bind,target=/ctx /ctx/run.sh")]
    [InlineData("RUN --mount=type=bind,source=run.sh,target=/x.sh sh /x.sh")]
    [InlineData("ARG D=/opt\nCOPY run.sh $D/\nRUN /opt/run.sh")]
    [InlineData("COPY run.sh /\nFROM base\nRUN /run.sh")]
    [InlineData("COPY [\"run.sh\", \"/\"]\nRUN <<E\nset -e\n/run.sh\nE")]
    public void A_script_of_the_context_that_is_run_is_checked_in_its_own_file(string steps)
    {
        Write(steps);
        _workspace.Add("run.sh", "#!/bin/sh\necho hello\nrm $1\n");
        Assert.Contains("run.sh:3:4: SC2086", Lint("--scripts"), StringComparison.Ordinal);
        Assert.DoesNotContain("run.sh:", Lint(), StringComparison.Ordinal);
        Assert.DoesNotContain("run.sh:", Lint("--scripts", "--shellcheck", "off"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("COPY run.sh /\n")]
    [InlineData("COPY run.sh /\nRUN /other.sh")]
    [InlineData("COPY run.sh /opt/\nRUN /run.sh")]
    [InlineData("COPY --from=tools run.sh /\nRUN /run.sh")]
    [InlineData("RUN /run.sh")]
    [InlineData("COPY run.sh /\nRUN sh -c 'echo /run.sh'")]
    public void A_script_that_nobody_runs_is_not_checked(string steps)
    {
        Write(steps);
        _workspace.Add("run.sh", "#!/bin/sh\nrm $1\n");
        Assert.DoesNotContain("run.sh:", Lint("--scripts"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_line_of_a_script_names_its_shell()
    {
        Write("COPY a b c /\nRUN /a && /b && /c");
        _workspace.Add("a", "#!/usr/bin/env bash\n[[ $1 ]] && rm $1\n").Add("b", "#!/bin/dash\n[[ $1 ]]\n")
            .Add("c", "#!/usr/bin/python3\nrm $1\n");
        var found = Lint("--scripts");
        Assert.Contains("a:2:16: SC2086", found, StringComparison.Ordinal);
        Assert.DoesNotContain("a:2:1: SC3010", found, StringComparison.Ordinal);
        Assert.Contains("b:2:1: SC3010", found, StringComparison.Ordinal);
        Assert.DoesNotContain(":c:", found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("debian:12", "/run.sh", true)]
    [InlineData("alpine:3.22", "/run.sh", false)]
    [InlineData("rockylinux:9", "/run.sh", false)]
    [InlineData("example.com/own:1", "/run.sh", false)]
    [InlineData("debian:12", "bash /run.sh", false)]
    [InlineData("alpine:3.22", "dash /run.sh", true)]
    public void A_script_of_sh_is_read_as_the_shell_that_is_sh_there(string image, string command, bool isTold)
    {
        _workspace.Add("Dockerfile", $"FROM {image}\nCOPY run.sh /\nRUN {command}\n").Add("run.sh", "#!/bin/sh\n[[ -n $HOME ]]\n");
        Assert.Equal(isTold, Lint("--scripts").Contains("run.sh:2:1: SC3010", StringComparison.Ordinal));
    }

    [Fact]
    public void Comments_in_a_script_and_the_configuration_switch_findings_off()
    {
        Write("COPY run.sh /\nRUN /run.sh");
        _workspace.Add("run.sh", "#!/bin/sh\n# shellcheck disable=SC2086\nrm $1\ncd $2\n");
        var found = Lint("--scripts", "--ignore", "SC2164");
        Assert.DoesNotContain("run.sh:3", found, StringComparison.Ordinal);
        Assert.Contains("run.sh:4:4: SC2086", found, StringComparison.Ordinal);
        Assert.DoesNotContain("SC2164", found, StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_in_a_script_fail_the_run_and_a_script_of_two_files_is_told_once()
    {
        _workspace.Add("Dockerfile", "FROM scratch\nUSER 1000\nCOPY run.sh /\nENTRYPOINT [\"/run.sh\"]\n")
            .Add("Dockerfile.b", "FROM scratch\nUSER 1000\nCOPY run.sh /\nENTRYPOINT [\"/run.sh\"]\n")
            .Add("run.sh", "#!/bin/sh\nrm $1\n");
        var outcome = CommandLine.Run(_workspace.Folder, "lint", "--scripts", "-f", "gnu", "Dockerfile", "Dockerfile.b");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Single(outcome.Output.Split('\n'), line => line.Contains("run.sh:2:4: SC2086", StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_ignore_file_keeps_back_is_not_there()
    {
        Write("COPY run.sh /\nRUN /run.sh");
        _workspace.Add("run.sh", "#!/bin/sh\nrm $1\n").Add(".dockerignore", "*.sh\n");
        Assert.DoesNotContain("run.sh:", Lint("--scripts"), StringComparison.Ordinal);
    }

    [Fact]
    public void Asked_both_ways_the_program_tells_where_it_and_shellcheck_disagree()
    {
        Write("USER 1000\nRUN rm $1");
        _workspace.Add("bin/shellcheck", "#!/bin/sh\necho '{\"comments\":[]}'\n");
        var outcome = CommandLine.Shell(
            _workspace.Folder, "chmod +x bin/shellcheck; PATH=$PWD/bin:$PATH $DOCKERLINT lint -f gnu --shellcheck both Dockerfile");
        Assert.Contains("Dockerfile:3:8: SC2086", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Dockerfile:3: ShellCheck does not report SC2086\n", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(
            "", CommandLine.Shell(_workspace.Folder, "PATH=$PWD/bin:$PATH $DOCKERLINT lint --shellcheck native Dockerfile").Error);
    }

    private void Write(string steps) => _workspace.Add("Dockerfile", $"FROM debian:12 AS base\n{steps}\n");

    private string Lint(params string[] options) =>
        CommandLine.Run(_workspace.Folder, ["lint", "-f", "gnu", .. options, "Dockerfile"]).Output;
}
