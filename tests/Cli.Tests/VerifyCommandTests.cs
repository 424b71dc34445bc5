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
