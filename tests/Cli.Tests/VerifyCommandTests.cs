using System.Diagnostics;
using Dockerlint.Testing;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>The command without an engine; what it does with one is tested in Verification.Tests.</summary>
public sealed class VerifyCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public VerifyCommandTests() => _folder.Write("Dockerfile", "FROM scratch\nCMD [\"x\"]\n");

    [Theory]
    [InlineData("verify: {max-size: much}\n", "max-size takes a size such as 200MB, not much")]
    [InlineData("verify: {most: 1}\n", "verify has no most")]
    [InlineData("rules: {DK9999: info}\n", "DK9999")]
    [InlineData("verify: {run: {memory: much}}\n", "wrong.yaml:1: --memory expects a size")]
    [InlineData("verify: {run: {sandbox: soft}}\n", "unknown sandbox soft")]
    [InlineData("verify: {expect: {files: [{mode: '755'}]}}\n", "a file needs a path")]
    [InlineData("verify: {expect: {files: [{path: /a, contents: '('}]}}\n", "contents is no regular expression")]
    [InlineData("verify: {accept: [{rule: DK9303}]}\n", "DK9303 needs a reason")]
    [InlineData("verify: {accept: [{rule: DL3006, reason: x}]}\n", "needs a rule of verify")]
    public void A_configuration_that_makes_no_sense_is_refused(string config, string said)
    {
        _folder.Write("wrong.yaml", config);
        var (code, _, errors) = Run("verify", ".", "--config", "wrong.yaml");
        Assert.Equal(2, code);
        Assert.Contains(said, errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_of_verify_can_be_configured()
    {
        _folder.Write("right.yaml", "ignore: [DK9303]\nrules: {DK9302: error}\nverify: {max-size: 200MB}\nverify-changes: [src/a]\n");
        var (_, _, errors) = Run("verify", ".", "--config", "right.yaml", "--host", "unix:///nonexistent/docker.sock");
        Assert.Contains("no engine answers", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_of_the_container_are_options_and_every_option_of_theirs_exists()
    {
        _folder.Write("vars.env", "A=1\n# no\n");
        _folder.Write("all.yaml", """
            verify:
              max-size: 1GB
              max-growth: 10%
              compare: shop:1
              target: x
              build-arg: {A: 1}
              run:
                sandbox: docker
                env: {A: 1}
                env-file: vars.env
                tmpfs: [/run]
                volume: ["/data", "./here:/there:ro"]
                cap-add: [SETUID]
                user: "1000"
                init: true
                command: [sh, -c]
                network: none
                memory: 1g
                pids: 10
                cpus: 0.5
                writable: true
                allow-new-privileges: true
                wait: 1
                wait-for-log: up
                probe: GET:/=200
                expect-exit: 0
                health-timeout: 5
                stop-timeout: 5
              expect: {files: [{path: /a}], commands: [{run: "true"}], metadata: {user: app}}
              accept: [{rule: DK9303, reason: known}]
            """);
        _folder.Write("Dockerfile", "ARG A\nFROM scratch AS x\nCMD [\"x\"]\n");
        var (code, _, errors) = Run("verify", ".", "--config", "all.yaml", "--host", "unix:///nonexistent/docker.sock");
        Assert.Equal(2, code);
        Assert.StartsWith("dockerlint: no engine answers", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_command_line_says_counts_more_than_the_configuration()
    {
        _folder.Write("wrong.yaml", "verify: {run: {memory: much}}\n");
        var (_, _, errors) = Run(
            "verify", ".", "--config", "wrong.yaml", "--memory", "1g", "--host", "unix:///nonexistent/docker.sock");
        Assert.StartsWith("dockerlint: no engine answers", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void The_Dockerfile_may_lie_outside_of_the_context()
    {
        _folder.Write("context/a", "a");
        _folder.Write("elsewhere/Dockerfile.app", "FROM scratch\nCOPY a /\n");
        var (_, _, errors) = Run("verify", "context", "-f", "elsewhere/Dockerfile.app", "--host", "unix:///nonexistent/docker.sock");
        Assert.StartsWith("dockerlint: no engine answers", errors, StringComparison.Ordinal);
        _folder.Write("context/Dockerfile.in", "FROM scratch\n");
        (_, _, errors) = Run("verify", "context", "-f", "Dockerfile.in");
        Assert.Contains("-f starts from the working folder", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void An_archive_needs_no_engine()
    {
        _folder.Write("layout/index.json",
            "{\"manifests\": [{\"digest\": \"sha256:m\"}]}");
        _folder.Write("layout/blobs/sha256/m", "{\"config\": {\"digest\": \"sha256:c\"}, \"layers\": []}");
        _folder.Write("layout/blobs/sha256/c",
            "{\"config\": {\"Cmd\": [\"/x\"], \"Env\": [\"DB_PASSWORD=hunter2hunter2\"]}, \"history\": [{\"created_by\": "
            + "\"ENV DB_PASSWORD=hunter2hunter2\", \"empty_layer\": true}, {\"created_by\": \"CMD [\\\"/x\\\"]\", \"empty_layer\": true}]}");
        var (code, output, errors) = Run("verify", "--archive", "layout", "--no-run", "--format", "tty");
        Assert.Equal(("", 1), (errors, code));
        Assert.Contains("DK9308", output, StringComparison.Ordinal);
        Assert.Contains("DK9207", output, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_engine_the_exit_code_is_2_and_what_was_tried_is_told()
    {
        var (code, output, errors) = Run("verify", ".", "--host", "unix:///nonexistent/docker.sock");
        Assert.Equal((2, ""), (code, output));
        Assert.Contains(
            "no engine answers; tried unix:///nonexistent/docker.sock (--host): no such socket", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--host", "ssh://user@build", "ssh is not supported")]
    [InlineData("--memory", "much", "--memory expects a size")]
    [InlineData("--wait", "long", "--wait")]
    [InlineData("--format", "poem", "poem")]
    [InlineData("--cap-add", "NET_BOUND", "--cap-add expects a capability")]
    [InlineData("--probe", "health", "--probe expects a request")]
    [InlineData("--wait-for-log", "(", "--wait-for-log expects a regular expression")]
    [InlineData("--volume", "data:/data", "--volume expects /path")]
    [InlineData("--env", "DOCKERLINT_NOT_SET", "there is no environment variable DOCKERLINT_NOT_SET")]
    [InlineData("--change", "typo.py", "typo.py is no file of the build context")]
    [InlineData("--change", "../x", "../x is no file of the build context")]
    [InlineData("--max-growth", "5MB", "--max-growth needs --compare")]
    [InlineData("-f", "nothing", "there is no ./nothing")]
    [InlineData("--archive", "nothing.tar", "cannot read nothing.tar")]
    public void Options_that_make_no_sense_are_refused(string option, string value, string said)
    {
        var (code, _, errors) = Run("verify", ".", option, value);
        Assert.Equal(2, code);
        Assert.Contains(said, errors, StringComparison.Ordinal);
    }

    [Fact]
    public void The_help_says_that_it_executes()
    {
        var (code, output, _) = Run("verify", "--help");
        Assert.Equal(0, code);
        Assert.Contains("This executes what the Dockerfile says", output.ReplaceLineEndings(" ")
            .Replace("  ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private (int Code, string Output, string Errors) Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "dockerlint.dll"), .. arguments])
        {
            WorkingDirectory = _folder.Path,
        };
        start.Environment["DOCKER_HOST"] = null;
        var run = ProgramRun.Of(start);
        return (run.ExitCode, run.Output, run.Error);
    }
}
