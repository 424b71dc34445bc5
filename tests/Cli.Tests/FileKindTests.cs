using Xunit;

namespace Dockerlint.Tests.Cli;

/// <summary>Whatever stands under a name that is read, no run waits for it, reads it without end or fails to say what is wrong.</summary>
public sealed class FileKindTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public FileKindTests()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "pipes and devices are those of Linux");
        _workspace.Add("Dockerfile", Workspace.Clean);
    }

    public void Dispose() => _workspace.Dispose();

    private Outcome Shell(string line, params IReadOnlyList<(string Name, string Value)> environment) =>
        CommandLine.Shell(_workspace.Folder,
            line.Replace("$LINT", "timeout 30 $DOCKERLINT lint --shellcheck off", StringComparison.Ordinal), environment);

    public static TheoryData<string, string, string> Read()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var (kind, make) in new[] { ("a pipe", "mkfifo"), ("a device", "ln -s /dev/zero") })
        {
            foreach (var name in new[] { ".dockerignore", "Dockerfile.dockerignore", ".dockerlint.yaml", ".hadolint.yaml" })
            {
                data.Add(kind, $"{make} {name}", "$LINT --context . .");
            }

            data.Add(kind, $"{make} base.yaml; echo 'extends: base.yaml' > .dockerlint.yaml", "$LINT .");
            data.Add(kind, $"{make} web.Dockerfile; echo 'services: {{web: {{build: {{dockerfile: web.Dockerfile}}}}}}' > compose.yaml",
                "$LINT compose.yaml");
            data.Add(kind, $"{make} other.yaml; echo 'include: [other.yaml]' > compose.yaml", "$LINT compose.yaml");
            data.Add(kind, $"{make} .dockerignore", "timeout 30 $DOCKERLINT cache explain .");
            data.Add(kind, $"rm Dockerfile; {make} Dockerfile", "timeout 30 $DOCKERLINT cache diff . .");
        }

        // A search does not follow links, so that a device is not even found.
        data.Add("a pipe", "rm Dockerfile; mkfifo Dockerfile", "$LINT .");
        return data;
    }

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Read))]
    public async Task What_is_no_file_is_told_and_gives_2(string kind, string make, string run)
    {
        var outcome = await Task.Run(() => Shell($"{make}; {run}"), TestContext.Current.CancellationToken);

        Assert.True(outcome.ExitCode == 2, $"{kind}: {outcome}");
        Assert.StartsWith("dockerlint: ", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("internal error", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mkfifo")]
    [InlineData("ln -s /dev/zero")]
    public void What_the_user_names_is_not_waited_for_for_ever(string make)
    {
        string[] runs =
        [
            "$LINT file", "$LINT --baseline file .", "$LINT --files-from file", "$LINT -c file .", "$DOCKERLINT cache check --budget file",
            "$DOCKERLINT parse file",
            "$DOCKERLINT migrate file", "$LINT compose.yaml", "$LINT docker-bake.json", "$DOCKERLINT cache replay --timings file",
            "$DOCKERLINT config check file",
            "$DOCKERLINT config show -c file",
        ];
        var outcome = Shell($"git init -q; git add .; git -c user.name=x -c user.email=x@y commit -qm x; {make} file; {make} "
            + $"compose.yaml; {make} docker-bake.json;"
            + string.Concat(runs.Select((run, i) => $"(timeout 60 {run.Replace("timeout 30 ", "", StringComparison.Ordinal)} > {i}.out "
                + $"2>&1; echo {i} $?) & ")) + "wait; cat *.out >&2");
        Assert.Equal(Enumerable.Range(0, runs.Length).Select(i => $"{i} 2").Order(StringComparer.Ordinal), outcome.Output.Split('\n')[..^1]
            .Order(StringComparer.Ordinal));
        Assert.DoesNotContain("internal error", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mkfifo .gitignore")]
    [InlineData("ln -s /dev/zero .gitignore")]
    [InlineData("mkdir -p .git/info; mkfifo .git/info/exclude")]
    [InlineData("rm -r .git; mkfifo .git")]
    [InlineData("mkdir sub; mkfifo sub/.gitignore; cp Dockerfile sub")]
    public void An_ignore_file_of_git_that_is_no_file_ignores_nothing(string make)
    {
        var outcome = Shell($"mkdir .git; {make}; $LINT -f gnu --select DL3006 --error DL3006 .");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
    }

    [Fact]
    public void Streams_that_the_user_names_are_read()
    {
        Assert.Contains("DL3006", Shell("$LINT <(echo FROM alpine)").Output, StringComparison.Ordinal);
        Assert.Contains("DL3006", Shell("echo FROM alpine | $LINT /dev/stdin").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("DL3006", Shell("echo FROM alpine | $LINT -c <(echo 'ignore: [DL3006]') -").Output, StringComparison.Ordinal);
        Assert.Contains("DL3006", Shell("echo FROM alpine > x; $LINT --files-from <(echo x)").Output, StringComparison.Ordinal);
        Assert.Contains("DL3006", Shell("mkfifo p; (sleep 0.3; echo FROM alpine > p) & $LINT p").Output, StringComparison.Ordinal);
        Assert.Equal(0, Shell("$LINT /dev/null --select DL1000").ExitCode is 0 or 1 ? 0 : -1);
    }

    [Fact]
    public void A_stream_without_end_is_cut_off()
    {
        var outcome = Shell("$LINT /dev/zero");
        Assert.Equal((2, "dockerlint: cannot read /dev/zero: it has more than 64 MB, the most for a Dockerfile\n"),
            (outcome.ExitCode, outcome.Error));
        Assert.Equal(2, Shell("$LINT - < /dev/zero").ExitCode);
        Assert.Equal("dockerlint: /dev/zero: cannot be read: it has more than 1 MB, the most for a configuration file\n",
            Shell("$LINT -c /dev/zero Dockerfile").Error);
    }

    [Fact]
    public void A_file_that_is_too_large_is_told()
    {
        var outcome = Shell("truncate -s 70M big.Dockerfile; truncate -s 2M .hadolint.yaml; truncate -s 17M .dockerignore; $LINT -c "
            + "/dev/null big.Dockerfile; $LINT Dockerfile");
        Assert.Contains(
            "cannot read big.Dockerfile: it has more than 64 MB, the most for a Dockerfile", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("it has more than 1 MB, the most for a configuration file", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("cannot read ./.dockerignore: it has more than 16 MB, the most for an ignore file",
            Shell("rm .hadolint.yaml; $LINT Dockerfile").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mkdir .dockerignore", "it is a folder")]
    [InlineData("mkfifo .dockerignore", "it is a named pipe")]
    [InlineData("ln -s nowhere .dockerignore", "there is no such file")]
    public void An_ignore_file_that_cannot_be_read_is_not_taken_for_a_missing_one(string make, string reason)
    {
        var outcome = Shell($"mkdir node_modules; touch node_modules/x; echo 'COPY . /x' >> Dockerfile; {make}; $LINT --context . "
            + "Dockerfile");
        Assert.Contains("cannot read ./.dockerignore: ", outcome.Error, StringComparison.Ordinal);
        Assert.Contains(reason, outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("DK3001", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(2, outcome.ExitCode);
    }
}
