using System.Text;
using Dockerlint.Testing;
using Xunit;

namespace Dockerlint.Tests.Cli;

/// <summary>The command line as people type it: without the word lint, with typing errors, asking for help.</summary>
public sealed class UsageTests : IDisposable
{
    private readonly Workspace _workspace = new Workspace().Add("Dockerfile", Workspace.Untagged)
        .Add(".dockerlint.yaml", "shellcheck: off\n");

    public static TheoryData<string> Commands =>
    [
        "", "lint", "check", "fix", "explain", "init", "fmt", "parse", "rules", "config", "config check", "config show", "config schema", "migrate", "cache", "cache diff",
        "cache explain", "cache replay", "cache simulate",
        "cache optimize", "cache check", "cache report", "verify", "lsp", "completion",
    ];

    public void Dispose() => _workspace.Dispose();

    private Outcome Run(params IReadOnlyList<string> arguments) => CommandLine.Run(_workspace.Folder, arguments);

    [Theory]
    [InlineData("Dockerfile")]
    [InlineData(".")]
    [InlineData("-f json Dockerfile")]
    [InlineData("--ignore DL3008 -f tty Dockerfile")]
    [InlineData("-t error --no-color Dockerfile")]
    [InlineData("Dockerfile --no-fail")]
    [InlineData("missing.Dockerfile")]
    public void Lint_may_be_left_out(string arguments) => Assert.Equal(Run(["lint", .. arguments.Split(' ')]), Run(arguments.Split(' ')));

    [Fact]
    public void Standard_input_is_linted_without_the_word_lint() =>
        Assert.StartsWith("-:1:6: warning DL3006", CommandLine.RunWithInput(
            _workspace.Folder, Encoding.UTF8.GetBytes(Workspace.Untagged), "-", "-f", "short").Output, StringComparison.Ordinal);

    [Theory]
    [InlineData]
    [InlineData("lint")]
    [InlineData("check")]
    [InlineData("-f", "text")]
    public void Without_a_path_this_folder_is_linted(params string[] arguments)
    {
        _workspace.Add("a/Dockerfile", Workspace.Untagged);
        var output = Run(arguments).Output;
        Assert.StartsWith("Dockerfile\n\n  1:6 warning DL3006 ", output, StringComparison.Ordinal);
        Assert.Contains("\na/Dockerfile\n\n  1:6 warning DL3006 ", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Fix_is_lint_with_fixes()
    {
        _workspace.Add("Dockerfile", "FROM alpine:3.22\nRUN apk add x\n");
        Assert.Equal(Run("lint", "--fix", "--diff", "."), Run("fix", "--diff"));
        Assert.Contains("+RUN apk add --no-cache x", Run("fix", "--diff").Output, StringComparison.Ordinal);
        Run("fix");
        Assert.Contains("--no-cache", File.ReadAllText(Path.Combine(_workspace.Folder, "Dockerfile")), StringComparison.Ordinal);
    }

    [Fact]
    public void Init_writes_a_configuration_that_is_right_and_overwrites_none()
    {
        File.Delete(Path.Combine(_workspace.Folder, ".dockerlint.yaml"));
        Assert.Contains("1 file, 1 finding", Run("init").Output, StringComparison.Ordinal);
        Assert.Contains("1 x DL3006", File.ReadAllText(Path.Combine(_workspace.Folder, ".dockerlint.yaml")), StringComparison.Ordinal);
        Assert.EndsWith(": nothing wrong\n", Run("config", "check").Output, StringComparison.Ordinal);
        Assert.Equal(2, Run("init").ExitCode);
    }

    [Fact]
    public void In_a_workflow_of_GitHub_findings_are_annotations()
    {
        _workspace.Add("Dockerfile", Workspace.Untagged);
        string Output(string arguments) =>
            CommandLine.Shell(_workspace.Folder, $"GITHUB_ACTIONS=true $DOCKERLINT {arguments}").Output;
        Assert.StartsWith("::warning file=Dockerfile,", Output("lint"), StringComparison.Ordinal);
        Assert.StartsWith("Dockerfile\n", Output("lint -f text"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lnt Dockerfile", "there is no command lnt, did you mean lint?")]
    [InlineData("lint --formt json Dockerfile", "there is no option --formt, did you mean --format?")]
    [InlineData("--formt json Dockerfile", "there is no option --formt, did you mean --format?")]
    [InlineData("lint -f jsn Dockerfile", "--format takes no jsn, did you mean json?")]
    [InlineData("lint -t eror Dockerfile", "--failure-threshold takes no eror, did you mean error?")]
    [InlineData("lint --profile x Dockerfile", "--profile takes one of default, hadolint, buildkit, strict, none, not x")]
    [InlineData("lint --min-confidence sure Dockerfile", "--min-confidence takes one of certain, likely, hint, not sure")]
    [InlineData("lint --ignore DL306 Dockerfile", "--ignore: there is no rule DL306, did you mean DL3006?")]
    [InlineData("lint --explain DL306", "there is no rule DL306, did you mean DL3006?")]
    [InlineData("rules untaged-base-image", "there is no rule untaged-base-image, did you mean untagged-base-image?")]
    [InlineData("config shw", "there is no command shw, did you mean show?")]
    [InlineData("config", "dockerlint config needs one of check, show, schema")]
    [InlineData("cache dif a b", "there is no command dif, did you mean diff?")]
    [InlineData("migrate a b", "dockerlint migrate takes no further argument: b")]
    [InlineData("completion tcsh", "there is no completion for tcsh, only for bash, zsh, fish, powershell")]
    [InlineData("chek Dockerfile", "there is no command chek, did you mean check?")]
    [InlineData("explane DL3006", "there is no command explane, did you mean explain?")]
    public void A_typing_error_is_told_with_what_was_meant(string arguments, string message)
    {
        var outcome = Run(arguments.Split(' '));
        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.StartsWith($"dockerlint: {message}", outcome.Error, StringComparison.Ordinal);
        Assert.InRange(outcome.Error.Split('\n').Length, 2, 3);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Help_fits_a_terminal_of_80_columns(string command)
    {
        var outcome = Run([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Contains("\nUsage:\n  dockerlint", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(outcome.Output.Split('\n'), line => line.Length > 80);
    }

    [Fact]
    public void Help_of_lint_has_every_option_once_under_a_heading_and_examples_that_work()
    {
        var help = Run("lint", "--help").Output;
        Assert.Equal(help, Run("help", "lint").Output);
        var options = help.Split('\n').Where(line => line.StartsWith("  ", StringComparison.Ordinal))
            .SelectMany(line => line.Split(' ', ','))
            .Where(word => word.StartsWith("--", StringComparison.Ordinal)).ToHashSet();
        Assert.Superset(
            new HashSet<string> { "--format", "--failure-threshold", "--baseline", "--fix", "--explain", "--statistics", "--help" },
            options);
        Assert.Contains("\nExamples:\n  dockerlint lint .\n", help, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_is_explained_by_its_code_its_name_and_its_alias()
    {
        var outcome = Run("--explain", "DL3006");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.StartsWith("DL3006 untagged-base-image\n", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("\n  Page        https://github.com/hadolint/hadolint/wiki/DL3006\n", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(outcome, Run("explain", "DL3006"));
        Assert.All(["untagged-base-image", "dl3006"], (string name) => Assert.Equal(outcome, Run("lint", "--explain", name)));

        // Elsewhere one name may stand for what are two rules here.
        Assert.Matches("(?ms)^DL3006 .*^DL3007 ", Run("lint", "--explain", "CKV_DOCKER_7").Output);
        Assert.Contains("\n  Page        https://www.shellcheck.net/wiki/SC2086\n", Run("--explain", "sc2086").Output, StringComparison.Ordinal);
        Assert.Contains("See https://www.shellcheck.net/wiki/SC1090\n", Run("--explain", "sc1090").Output, StringComparison.Ordinal);
        Assert.Contains("Page        https://docs.docker.com/go/dockerfile/rule/json-args-recommended/\n",
            Run("rules", "JSONArgsRecommended").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_are_counted_behind_a_report_for_people_and_beside_one_for_programs()
    {
        _workspace.Add("b/Dockerfile", "FROM alpine\nRUN sudo make\n").Add("c/Dockerfile", Workspace.Clean);
        const string table = "      2  warning  DL3006   untagged-base-image\n      1  error    DL3004   sudo-command\n      3  findings "
            + "in 2 of 3 files\n";
        var outcome = Run("lint", "--ignore", "DL3002,DL3025", "--statistics", ".");
        Assert.Equal(1, outcome.ExitCode);
        Assert.EndsWith("\n" + table, outcome.Output, StringComparison.Ordinal);
        outcome = Run("lint", "--ignore", "DL3002,DL3025", "--statistics", "-f", "json", ".");
        Assert.Equal(table, outcome.Error);
        Assert.EndsWith("]", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dockerlint ", "cache check completion config explain fix fmt init lint lsp migrate parse rules verify")]
    [InlineData("dockerlint co", "completion config")]
    [InlineData("dockerlint lint --forma", "--format")]
    [InlineData("dockerlint lint --no-", "--no-color --no-fail --no-gitignore")]
    [InlineData("dockerlint -f s", "sarif short sonarqube")]
    [InlineData("dockerlint --prof", "--profile")]
    [InlineData("dockerlint lint -t ", "error ignore info none off style warning")]
    [InlineData("dockerlint lint --ignore untagged", "untagged-base-image")]
    [InlineData("dockerlint lint Docker", "")]
    [InlineData("dockerlint cache di", "diff")]
    public void A_shell_is_told_what_fits(string line, string expected)
    {
        var outcome = Run($"[suggest:{line.Length}]", line);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Equal(
            expected, string.Join(' ', outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("bash", "/bin/bash",
        "source c; COMP_LINE='dockerlint lint --forma'; COMP_POINT=${#COMP_LINE}; COMP_WORDS=(dockerlint lint --forma); _dockerlint; "
        + "echo \"${COMPREPLY[@]}\"")]
    [InlineData("fish", "/usr/bin/fish", "source c; complete -C 'dockerlint lint --forma'")]
    [InlineData("zsh", "/usr/bin/zsh",
        "compdef() { :; }; compadd() { print -r -- ${(P)@[-1]}; }; source c; words=(dockerlint lint --forma); CURRENT=3; PREFIX=--forma; "
        + "_dockerlint")]
    public void The_script_of_a_shell_completes(string shell, string program, string line)
    {
        Assert.SkipUnless(File.Exists(program), $"{program} is not installed");
        _workspace.Add("c", Run("completion", shell).Output);
        var outcome =
            CommandLine.Start([program, "-c", line], _workspace.Folder, [], ("PATH", _workspace.AddProgram()), ("HOME", _workspace.Folder));
        Assert.Equal("--format", outcome.Output.Trim());
    }

    [Fact]
    public void PowerShell_gets_a_completer_that_asks_like_the_others()
    {
        var script = Run("completion", "powershell").Output;
        Assert.Contains("Register-ArgumentCompleter -Native -CommandName dockerlint", script, StringComparison.Ordinal);
        Assert.Contains("dockerlint \"[suggest:$($line.Length)]\" $line", script, StringComparison.Ordinal);
    }
}
