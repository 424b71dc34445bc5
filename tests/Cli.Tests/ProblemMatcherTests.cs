using System.Text.Json;
using System.Text.RegularExpressions;
using Dockerlint.Testing;
using Xunit;

namespace Dockerlint.Tests.Cli;

public sealed class ProblemMatcherTests
{
    [Fact]
    public void The_matcher_for_VS_Code_reads_every_finding_and_no_other_line()
    {
        using var workspace = new Workspace();
        workspace.Add("a b: c/Dockerfile", "FROM alpine\nMAINTAINER x\nRUN sudo make\nRUN a: b:1:2: error X: y\n").Add(".dockerlint.yaml", "profile: strict\n");
        using var tasks = JsonDocument.Parse(File.ReadAllText(RepositoryRoot.Combine("editors", "vscode", "tasks.json")));
        var task = tasks.RootElement.GetProperty("tasks")[0];
        var pattern = task.GetProperty("problemMatcher").GetProperty("pattern");
        var regex = new Regex(pattern.GetProperty("regexp").GetString()!, RegexOptions.ECMAScript, TimeSpan.FromSeconds(5));
        string Group(Match match, string name) => match.Groups[pattern.GetProperty(name).GetInt32()].Value;

        var arguments = task.GetProperty("args").EnumerateArray().Select(argument => argument.GetString()!).ToList();
        var found = CommandLine.Run(workspace.Folder, arguments).Output.Split('\n').Select(line => regex.Match(line)).Where(match => match.Success)
            .Select(match => $"{Group(match, "file")}|{Group(match, "line")}|{Group(match, "column")}|{Group(match, "severity")}|{Group(match, "code")}|{Group(match, "message")}");

        using var json = JsonDocument.Parse(CommandLine.Run(workspace.Folder, "lint", "-f", "json", ".").Output);
        var expected = json.RootElement.EnumerateArray().Select(item =>
            $"{item.GetProperty("file")}|{item.GetProperty("line")}|{item.GetProperty("column")}|{item.GetProperty("level")}|{item.GetProperty("code")}|{item.GetProperty("message")}").ToList();
        Assert.InRange(expected.Count, 4, 100);
        Assert.Equal(expected, found);
    }
}
