using System.Text.RegularExpressions;
using Dockerlint.Linting.Config;
using Dockerlint.Testing;
using Xunit;

namespace Dockerlint.Tests.Cli;

/// <summary>What the documents tell people to type and to copy.</summary>
public sealed partial class DocumentTests
{
    public static TheoryData<string> Documents =>
        [.. Files("README.md", "docs", "samples").Where(file => file.EndsWith(".md", StringComparison.Ordinal)
        || file.StartsWith("docs/ci/", StringComparison.Ordinal))];

    public static TheoryData<string> YamlFiles => [.. Files("action.yml", ".pre-commit-hooks.yaml", "docs/ci").Where(file =>
        file.EndsWith(".yml", StringComparison.Ordinal) || file.EndsWith(".yaml", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_command_line_is_one_that_the_program_takes(string document)
    {
        using var workspace = Project();
        foreach (Match match in CommandLines().Matches(NextOption().Replace(File.ReadAllText(RepositoryRoot.Combine(document)), " --")))
        {
            var line = match.Groups[1].Value.Trim('\'', '"', ' ');
            if (line.StartsWith("verify", StringComparison.Ordinal) || line.Contains("...", StringComparison.Ordinal))
            {
                continue; // builds and runs; or is no whole command line
            }

            var outcome = CommandLine.Shell(
                workspace.Folder, "export CI_NODE_INDEX=1 CI_NODE_TOTAL=2 BASE=main JOB_COMPLETION_INDEX=0 GITHUB_BASE_REF=main\n"
                + $"printf Dockerfile | $DOCKERLINT {Placeholder().Replace(line, "1").Replace("origin/", "", StringComparison.Ordinal)} "
                    + "> /dev/null");
            Assert.False(outcome.Error.Contains("Try 'dockerlint", StringComparison.Ordinal)
                || outcome.Error.Contains("internal error", StringComparison.Ordinal)
                || outcome.Error.Contains("syntax error", StringComparison.Ordinal), $"{line}\n{outcome.Error}");
        }
    }

    [Fact]
    public void Every_key_of_the_configuration_is_described()
    {
        using var schema =
            System.Text.Json.JsonDocument.Parse(File.ReadAllText(RepositoryRoot.Combine("schema", "dockerlint.schema.json")));
        var page = File.ReadAllText(RepositoryRoot.Combine("docs", "configuration.md"));
        Assert.All(schema.RootElement.GetProperty("properties").EnumerateObject(), key =>
            Assert.Contains($"\n| `{key.Name}` | ", page, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(YamlFiles))]
    public void Every_example_is_YAML(string file)
    {
        var errors = new List<ConfigError>();
        Assert.IsType<ConfigNode>(ConfigYaml.Read(File.ReadAllText(RepositoryRoot.Combine(file)), file, errors), exactMatch: false);
        Assert.Empty(errors);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_link_leads_to_a_file(string document)
    {
        var folder = Path.GetDirectoryName(RepositoryRoot.Combine(document))!;
        Assert.All(Links().Matches(File.ReadAllText(RepositoryRoot.Combine(document))), match =>
            Assert.True(Path.Exists(Path.Combine(folder, match.Groups[1].Value)), $"{document} links to {match.Groups[1].Value}"));
    }

    [Theory]
    [InlineData(".", "", "", "warning", 1)]
    [InlineData("clean.Dockerfile", "", "", "info", 0)]
    [InlineData(".", "--ignore\nDL3006\n", "out.sarif", "warning", 0)]
    [InlineData("a b/Dockerfile\nclean.Dockerfile", "--no-fail", "out.sarif", "info", 0)]
    [InlineData("$(touch taken)", "", "", "info", 2)]
    public void The_script_of_the_action_lints(string paths, string arguments, string sarif, string threshold, int code)
    {
        using var workspace = new Workspace();
        workspace.Add("a b/Dockerfile", Workspace.Untagged).Add("clean.Dockerfile", Workspace.Clean)
            .Add(".dockerlint.yaml", "shellcheck: off\n").Add("output", "");
        workspace.Add("run.sh", Script("Lint"));
        var outcome = CommandLine.Start(["/bin/bash", "-e", "-o", "pipefail", "run.sh"], workspace.Folder, [],
            ("PATH", workspace.AddProgram()), ("GITHUB_OUTPUT", "output"), ("GITHUB_ACTION_PATH", "/action"),
            ("DOCKERLINT_PATHS", paths), ("DOCKERLINT_ARGUMENTS", arguments), ("DOCKERLINT_THRESHOLD", threshold),
                ("DOCKERLINT_SARIF", sarif), ("DOCKERLINT_MATCHER", "true"));
        Assert.Equal(code, outcome.ExitCode);
        Assert.Equal($"exit-code={code}\n", File.ReadAllText(Path.Combine(workspace.Folder, "output")));
        Assert.StartsWith("::add-matcher::/action/editors/problem-matcher.json\n", outcome.Output, StringComparison.Ordinal);
        Assert.EndsWith("::remove-matcher owner=dockerlint-notice::\n", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(sarif.Length > 0, File.Exists(Path.Combine(workspace.Folder, "out.sarif")));
        Assert.False(File.Exists(Path.Combine(workspace.Folder, "taken")));
    }

    // The text of a step; values of expressions reach it through the environment only.
    private static string Script(string step)
    {
        var errors = new List<ConfigError>();
        var action = (ConfigMapping)ConfigYaml.Read(File.ReadAllText(RepositoryRoot.Combine("action.yml")), "action.yml", errors)!;
        var steps = ((ConfigSequence)((ConfigMapping)action.Find("runs")!).Find("steps")!).Items.OfType<ConfigMapping>();
        var text = ((ConfigScalar)steps.Single(item => item.Find("name") is ConfigScalar { Text: var name } && name == step)
            .Find("run")!).Text;
        Assert.DoesNotContain("${{", text, StringComparison.Ordinal);
        return text;
    }

    private static Workspace Project()
    {
        var workspace = new Workspace();
        workspace.Add("Dockerfile", Workspace.Clean).Add("api/Dockerfile", Workspace.Clean).Add("samples/Dockerfile", Workspace.Clean)
            .Add("compose.yaml", "services: {a: {build: .}}\n").Add("docker-bake.json", "{\"target\": {\"a\": {}}}")
                .Add(".hadolint.yaml", "ignored: [DL3006]\n")
            .Add("known.json", "").Add("lists/dockerfiles", "Dockerfile\n");
        CommandLine.Shell(workspace.Folder, "git init -q -b main && git add . && git -c user.name=a -c user.email=a@example.org commit "
            + "-qm a && $DOCKERLINT lint --baseline known.json --write-baseline . && cp known.json dockerlint-baseline.json");
        return workspace;
    }

    private static IEnumerable<string> Files(params IEnumerable<string> names) => names.SelectMany(name =>
        Directory.Exists(RepositoryRoot.Combine(name))
            ? Directory.EnumerateFiles(RepositoryRoot.Combine(name), "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(RepositoryRoot.Path, file))
            : [name]).Order(StringComparer.Ordinal);

    // At the start of a line, behind a prompt of a list or of a build server, or behind a pipe.
    [GeneratedRegex(
        @"(?m)(?:^ {4,}|^- |run: |script: |sh '|\| |&& )(?:- )?(?:dotnet tool run )?dockerlint ((?:lint|cache|config|migrate|rules|completion|parse|-)[^#|>`\n]*)")]
    private static partial Regex CommandLines();

    // A command line that goes on with options in the next line.
    [GeneratedRegex(@"(?:\\)?\n +--")]
    private static partial Regex NextOption();

    [GeneratedRegex(@"\$\{\{.*?\}\}|\$\(Build[^)]*\)")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)")]
    private static partial Regex Links();
}
