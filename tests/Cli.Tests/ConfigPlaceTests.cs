using Xunit;

namespace Dockerlint.Tests.Cli;

/// <summary>Where configuration comes from, and what is stronger than what.</summary>
public sealed class ConfigPlaceTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public ConfigPlaceTests() => _workspace.Add("repo/Dockerfile", Workspace.Untagged);

    public void Dispose() => _workspace.Dispose();

    private Outcome Lint(IReadOnlyList<string> arguments, params IReadOnlyList<(string, string)> environment) => CommandLine.Start(
        [.. CommandLine.Program, "lint", "--shellcheck", "off", "-f", "gnu", .. arguments], Path.Combine(_workspace.Folder, "repo"), [],
        [("HOME", Path.Combine(_workspace.Folder, "home")), ("XDG_CONFIG_HOME", ""), .. environment]);

    [Theory]
    [InlineData("repo/.hadolint.yaml")]
    [InlineData("repo/.hadolint.yml")]
    [InlineData("home/.config/hadolint.yaml")]
    [InlineData("home/.config/hadolint.yml")]
    [InlineData("home/.hadolint/hadolint.yaml")]
    [InlineData("home/.hadolint/config.yml")]
    [InlineData("home/.hadolint.yaml")]
    [InlineData("home/.hadolint.yml")]
    [InlineData("repo/.dockerlint.yaml")]
    [InlineData("repo/.dockerlint.yml")]
    [InlineData(".dockerlint.yaml")]
    public void A_configuration_is_found_where_it_may_lie(string place)
    {
        Assert.Equal(1, Lint(["Dockerfile"]).ExitCode);
        _workspace.Add(place, place.Contains("hadolint", StringComparison.Ordinal) ? "ignored:\n  - DL3006\n" : "ignore: [DL3006]\n");
        Assert.Equal(new Outcome(0, "", ""), Lint(["Dockerfile"]));
        Assert.Equal(new Outcome(0, "", ""), Lint(["."]));
    }

    [Fact]
    public void The_folder_of_the_user_can_be_elsewhere()
    {
        _workspace.Add("etc/hadolint.yaml", "ignored: [DL3006]\n");
        Assert.Equal(0, Lint(["Dockerfile"], ("XDG_CONFIG_HOME", Path.Combine(_workspace.Folder, "etc"))).ExitCode);
    }

    [Fact]
    public void The_nearest_file_holds_and_no_other()
    {
        _workspace.Add("repo/.dockerlint.yaml", "ignore: [DL3006]\n").Add("repo/sub/.dockerlint.yaml", "failure-threshold: error\n")
            .Add("repo/sub/Dockerfile", Workspace.Untagged);
        var outcome = Lint(["Dockerfile", "sub/Dockerfile"]);
        Assert.Equal((0, "dockerlint:sub/Dockerfile:1:6: DL3006 warning: image alpine has no tag\n"), (outcome.ExitCode, outcome.Output));
    }

    [Fact]
    public void A_file_that_is_named_takes_the_place_of_all_others()
    {
        _workspace.Add("repo/.hadolint.yaml", "ignored: [DL3006]\n").Add("named.yaml", "override: {error: [DL3006]}\n");
        Assert.Contains("DL3006 error", Lint(["-c", "../named.yaml", "Dockerfile"]).Output, StringComparison.Ordinal);
        var missing = Lint(["-c", "none.yaml", "Dockerfile"]);
        Assert.Equal((2, ""), (missing.ExitCode, missing.Output));
        Assert.StartsWith("dockerlint: none.yaml: cannot be read: ", missing.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Flags_beat_the_file_and_the_file_beats_the_environment()
    {
        (string, string) environment = ("HADOLINT_FAILURE_THRESHOLD", "error");
        Assert.Equal(0, Lint(["Dockerfile"], environment).ExitCode);
        _workspace.Add("repo/.hadolint.yaml", "failure-threshold: warning\n");
        Assert.Equal(1, Lint(["Dockerfile"], environment).ExitCode);
        Assert.Equal(0, Lint(["-t", "error", "Dockerfile"], environment).ExitCode);
    }

    [Fact]
    public void Lists_of_environment_file_and_flags_add_up()
    {
        _workspace.Add("repo/Dockerfile", "FROM debian\nRUN sudo make\nRUN make\n").Add("repo/.hadolint.yaml", "ignored: [DL3004]\n");
        Assert.Equal("",
            Lint(["--profile", "hadolint", "--ignore", "DL3059", "--error", "DL3006", "Dockerfile"], ("HADOLINT_IGNORE", "DL3006")).Output);
    }

    [Fact]
    public void In_our_own_files_the_stronger_one_takes_back_what_a_weaker_one_says()
    {
        _workspace.Add("repo/base.yaml", "ignore: [DL3006]\n").Add("repo/.dockerlint.yaml", "extends: base.yaml\nselect: [DL3006]\n");
        Assert.Contains("DL3006", Lint(["Dockerfile"]).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Formats_come_from_flags_or_the_file_or_the_environment()
    {
        Outcome Plain(params IReadOnlyList<(string, string)> environment) => CommandLine.Start(
            [.. CommandLine.Program, "lint", "--shellcheck", "off", "."], Path.Combine(_workspace.Folder, "repo"), [], environment);
        Assert.StartsWith("Dockerfile\n\n  1:6 warning DL3006", Plain().Output, StringComparison.Ordinal);
        Assert.StartsWith("[{", Plain(("HADOLINT_FORMAT", "nonsense,json")).Output, StringComparison.Ordinal);
        _workspace.Add("repo/.hadolint.yaml", "format: codacy\n");
        var outcome = Plain();
        Assert.Equal(0, outcome.ExitCode);
        Assert.StartsWith("{\"filename\"", outcome.Output, StringComparison.Ordinal);
        Assert.StartsWith("dockerlint:Dockerfile", Lint(["Dockerfile"]).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_format_the_profile_of_hadolint_writes_its_lines() =>
        Assert.StartsWith("Dockerfile:1 DL3006 warning: ", CommandLine.Run(
            Path.Combine(_workspace.Folder, "repo"), "lint", "--profile", "hadolint", "Dockerfile").Output, StringComparison.Ordinal);

    [Fact]
    public void Formats_and_outputs_are_paired_and_the_rest_goes_to_standard_output()
    {
        var folder = Path.Combine(_workspace.Folder, "repo");
        var outcome =
            CommandLine.Run(folder, "lint", "-f", "json", "-f", "checkstyle", "-f", "gnu", "-o", "a.json", "-o", "b.xml", "Dockerfile");
        Assert.Equal((1, "dockerlint:Dockerfile:1:6: DL3006 warning: image alpine has no tag\n"), (outcome.ExitCode, outcome.Output));
        Assert.StartsWith("[{", File.ReadAllText(Path.Combine(folder, "a.json")), StringComparison.Ordinal);
        Assert.StartsWith("<?xml", File.ReadAllText(Path.Combine(folder, "b.xml")), StringComparison.Ordinal);
        Assert.Equal(2, CommandLine.Run(folder, "lint", "-f", "json", "-o", "no/such/folder", "Dockerfile").ExitCode);
    }

    [Fact]
    public void The_path_in_the_report_is_replaced_in_the_formats_of_build_servers_only()
    {
        foreach (var format in Reporting.ReporterCatalog.Names)
        {
            var isReplaced = format is "checkstyle" or "codeclimate" or "gitlab_codeclimate" or "sonarqube" or "junit" or "rdjson";
            var outcome = CommandLine.Run(
                Path.Combine(_workspace.Folder, "repo"), "lint", "-f", format, "--file-path-in-report", "else/where", "Dockerfile");
            Assert.Equal((format, isReplaced), (format, outcome.Output.Contains("else/where", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Standard_input_has_the_configuration_of_the_current_folder()
    {
        _workspace.Add("repo/.hadolint.yaml", "ignored: [DL3006]\n");
        Assert.Equal(0,
            CommandLine.RunWithInput(Path.Combine(_workspace.Folder, "repo"), "FROM alpine\nUSER 1\n"u8.ToArray(), "lint", "-").ExitCode);
    }
}
