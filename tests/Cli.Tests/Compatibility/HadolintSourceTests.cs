using Xunit;

namespace Dockerlint.Tests.Cli;

/// <summary>
/// The settings of hadolint that need a Dockerfile of their own, each as a file, as a variable and as flags, and what is stronger.
/// </summary>
public sealed class HadolintSourceTests : IDisposable
{
    private const string Images = "FROM docker.io/library/debian:12\nLABEL a=\"x\" d=\"1\"\nCOPY --from=ghcr.io/x/y:1 /a /b\n";

    private readonly Workspace _workspace = new Workspace().Add("Dockerfile", Images);

    public void Dispose() => _workspace.Dispose();

    private string Lint(string? file, IReadOnlyList<string> arguments, params IReadOnlyList<(string, string)> environment)
    {
        _workspace.Add(".hadolint.yaml", file ?? "");
        var outcome = CommandLine.Start(
            [.. CommandLine.Program, "--profile", "hadolint", "--shellcheck", "off", .. arguments, "Dockerfile"], _workspace.Folder, [],
                environment);
        Assert.Equal("", outcome.Error);
        var codes = outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[..2])
            .Select(words => $"{words[1]}@{words[0].Split(':')[1]}");
        return $"{string.Join(' ', codes.Where(code => code is not ['D', 'L', '3', '0', '4' or '2', '5' or '2', ..]))} {outcome.ExitCode}";
    }

    [Theory]
    [InlineData("trustedRegistries: [docker.io]", "HADOLINT_TRUSTED_REGISTRIES=docker.io", "--trusted-registry docker.io", "DL3026@3 1")]
    [InlineData("trustedRegistries: [docker.io, ghcr.io]", "HADOLINT_TRUSTED_REGISTRIES=docker.io,ghcr.io",
        "--trusted-registry docker.io --trusted-registry ghcr.io", " 0")]
    [InlineData("trustedRegistries: docker.io", "HADOLINT_TRUSTED_REGISTRIES=docker.io,", "--trusted-registry docker.io", "DL3026@3 1")]
    [InlineData("label-schema: {a: semver, b: text}", "HADOLINT_REQUIRE_LABELS=a:semver,b:text,nonsense,c:nonsense",
        "--require-label a:semver --require-label b:text", "DL3049@1 DL3056@2 1")]
    [InlineData("label-schema: {a: url}\nstrict-labels: true", "HADOLINT_REQUIRE_LABELS=a:url HADOLINT_STRICT_LABELS=YES",
        "--require-label a:url --strict-labels", "DL3050@2 DL3052@2 1")]
    [InlineData("label-schema: {a: text}\nstrict-labels: false", "HADOLINT_REQUIRE_LABELS=a HADOLINT_STRICT_LABELS=0",
        "--require-label a:text", " 0")]
    public void A_setting_is_the_same_from_every_source(string file, string variables, string flags, string expected)
    {
        Assert.Equal(expected, Lint(file.Replace("\\n", "\n", StringComparison.Ordinal), []));
        if (!variables.Contains("LABELS=a ", StringComparison.Ordinal))
        {
            Assert.Equal(expected, Lint(null, [], [.. variables.Split(' ').Select(pair => (pair.Split('=')[0], pair.Split('=')[1]))]));
        }

        Assert.Equal(expected, Lint(null, flags.Split(' ')));
    }

    [Fact]
    public void Of_single_values_the_flag_is_strongest_and_the_variable_weakest_and_lists_add_up()
    {
        const string Ignored = "ignored: [DL3026]\n";
        Assert.Equal(
            "DL3026@1 DL3026@3 0",
            Lint("failure-threshold: error\ntrustedRegistries: [quay.io]\nno-fail: false\n", [], ("HADOLINT_NOFAIL", "true"))
            .Replace(" 1", " 0", StringComparison.Ordinal));
        Assert.Equal("DL3026@1 DL3026@3 1", Lint("no-fail: false\ntrustedRegistries: [quay.io]\n", [], ("HADOLINT_NOFAIL", "true")));
        Assert.Equal("DL3026@1 DL3026@3 0", Lint("no-fail: false\ntrustedRegistries: [quay.io]\n", ["--no-fail"]));
        Assert.Equal(
            " 0", Lint("trustedRegistries: [docker.io]\n", ["--trusted-registry", "quay.io"], ("HADOLINT_TRUSTED_REGISTRIES", "ghcr.io")));
        Assert.Equal(" 0", Lint(Ignored + "trustedRegistries: [quay.io]\noverride: {error: [DL3026]}\n", ["--error", "DL3026"]));

        // For one label the variable gives the form before the file, and the file before the flag.
        Assert.Equal(
            "DL3056@2 1", Lint("label-schema: {a: url}\n", ["--require-label", "a:text"], ("HADOLINT_REQUIRE_LABELS", "a:semver")));
        Assert.Equal("DL3052@2 1", Lint("label-schema: {a: url}\n", ["--require-label", "a:semver"]));
    }

    [Fact]
    public void A_file_with_every_key_migrates_to_one_that_says_the_same()
    {
        const string File = """
            failure-threshold: warning
            format: json
            ignored: [DL3022, DL9998]
            override:
              error: [DL3026]
              warning: [SC2086]
              info: [DL3056]
              style: [DL3049]
            trustedRegistries: [docker.io, "*.example.org"]
            label-schema: {a: semver, b: text}
            strict-labels: true
            disable-ignore-pragma: true
            no-fail: false
            no-color: true
            verbose: false
            """;
        _workspace.Add(".hadolint.yaml", File);
        var before = CommandLine.Run(_workspace.Folder, "--profile", "hadolint", "--shellcheck", "off", "Dockerfile");
        Assert.Contains("\"level\":\"error\",\"code\":\"DL3026\"", before.Output, StringComparison.Ordinal);
        Assert.Equal(new Outcome(0, "", ""), CommandLine.Run(_workspace.Folder, "migrate", "-o", ".dockerlint.yaml"));
        Assert.Equal(before, CommandLine.Run(_workspace.Folder, "--shellcheck", "off", "Dockerfile"));
        Assert.Equal((0, ""), CommandLine.Run(_workspace.Folder, "config", "check", ".dockerlint.yaml") is var check
            ? (check.ExitCode, check.Error) : default);
        Assert.Contains("# left out, there are no such rules: DL9998\n",
            System.IO.File.ReadAllText(Path.Combine(_workspace.Folder, ".dockerlint.yaml")), StringComparison.Ordinal);
        Assert.Equal(2, CommandLine.Run(_workspace.Folder, "migrate", "-o", ".dockerlint.yaml").ExitCode);
    }
}
