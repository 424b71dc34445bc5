using System.Text.Json;
using System.Text.RegularExpressions;
using Dockerlint.Testing;
using Xunit;

namespace Dockerlint.Tests.Cli;

/// <summary>
/// The regular expressions of the problem matchers over real output. <c>.ci/check-editors</c> does it with VS Code's semantics, too.
/// </summary>
public sealed class ProblemMatcherTests : IDisposable
{
    private readonly Workspace _workspace = new Workspace()
        .Add("a b: c/Dockerfile", "FROM alpine\nMAINTAINER x\nRUN sudo make\nRUN a: b:1:2: error X: y\n")
        .Add(".dockerlint.yaml", "profile: strict\nshellcheck: off\nrules: {DL3006: style}\n");

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void The_matcher_for_VS_Code_reads_every_finding_with_both_ends()
    {
        using var tasks = JsonDocument.Parse(File.ReadAllText(RepositoryRoot.Combine("editors", "vscode", "tasks.json")));
        var task = tasks.RootElement.GetProperty("tasks")[0];
        var arguments = task.GetProperty("args").EnumerateArray().Select(argument => argument.GetString()!).ToList();
        var found = Read(
            task.GetProperty("problemMatcher").GetProperty("pattern"), "notice", CommandLine.Run(_workspace.Folder, arguments).Output);

        // Signs that mean something in an annotation stay escaped in the name of the file.
        var expected = Expected("file", "line", "column", "endLine", "endColumn", "level", "code", "message")
            .Select(line => line.Replace("a b: c", "a b%3A c", StringComparison.Ordinal));
        Assert.Equal(expected, found);
    }

    [Fact]
    public void The_matchers_for_GitHub_read_every_finding_once_and_no_other_line()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(RepositoryRoot.Combine("editors", "problem-matcher.json")));
        var output = CommandLine.Run(_workspace.Folder, "lint", "-f", "short", ".").Output;
        var found = file.RootElement.GetProperty("problemMatcher").EnumerateArray()
            .SelectMany(matcher =>
                Read(matcher.GetProperty("pattern")[0], matcher.TryGetProperty("severity", out var severity) ? severity.GetString()! : "",
                output));
        Assert.Equal(Expected("file", "line", "column", "level", "code", "message").Order(StringComparer.Ordinal),
            found.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Read(JsonElement pattern, string severity, string output)
    {
        var regex = new Regex(pattern.GetProperty("regexp").GetString()!, RegexOptions.ECMAScript, TimeSpan.FromSeconds(5));
        string[] parts = ["file", "line", "column", "endLine", "endColumn", "severity", "code", "message"];
        return output.Split('\n').Select(line => regex.Match(line)).Where(match => match.Success).Select(match => string.Join('|', parts
            .Where(part => part == "severity" || pattern.TryGetProperty(part, out _))
            .Select(part => pattern.TryGetProperty(part, out var group) ? match.Groups[group.GetInt32()].Value : severity)));
    }

    private List<string> Expected(params string[] keys)
    {
        using var json = JsonDocument.Parse(CommandLine.Run(_workspace.Folder, "lint", "-f", "json", ".").Output);
        var findings = json.RootElement.EnumerateArray().ToList();
        Assert.InRange(findings.Count, 4, 100);
        return [.. findings.Select(item =>
            string.Join('|', keys.Select(key =>
            (key, item.GetProperty(key).ToString()) is ("level", "info" or "style") ? "notice" : item.GetProperty(key).ToString())))];
    }
}
