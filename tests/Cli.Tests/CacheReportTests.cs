using System.Text.Json;
using Dockerlint.Testing;
using Xunit;

namespace Dockerlint.Tests.Cli;

/// <summary><c>dockerlint cache report</c>; <c>.ci/check-report</c> clicks through the page in a browser.</summary>
public sealed class CacheReportTests : IDisposable
{
    private const string Subject = "</script><script>alert(1)</script> & \"quotes\" {{DATA}}";

    private readonly TemporaryFolder _folder = new();

    public CacheReportTests()
    {
        _folder.Git("init", "-q");
        _folder.Write("Dockerfile", "FROM node:24 AS web\nWORKDIR /web\nCOPY web .\nRUN echo '<b>'\n\nFROM python:3.13\nCOPY . .\nRUN "
            + "pip install -r requirements.txt\nCOPY --from=web /web /web\n");
        _folder.Write(".dockerignore", ".git\n");
        _folder.Write("requirements.txt", "flask\n");
        for (var i = 0; i < 3; i++)
        {
            _folder.Write("web/a.js", $"{i}");
            _folder.Git("add", "-A");
            _folder.Git("commit", "-q", "-m", Subject);
        }
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_page_holds_stages_steps_commits_and_proposals()
    {
        var data = Data(Write());
        var stages = data.GetProperty("stages").EnumerateArray().ToList();
        Assert.Equal(["web", "1"], stages.Select(stage => stage.GetProperty("name").GetString()));
        Assert.Equal([0], stages[1].GetProperty("uses").EnumerateArray().Select(use => use.GetInt32()));
        Assert.Equal("RUN echo '<b>'", stages[0].GetProperty("steps")[2].GetProperty("text").GetString());
        Assert.Equal("web/a.js", stages[0].GetProperty("steps")[1].GetProperty("breakers")[0].GetProperty("name").GetString());
        Assert.Equal(
            [Subject, Subject], data.GetProperty("commits").EnumerateArray().Select(commit => commit.GetProperty("subject").GetString()));
        Assert.Equal("rbbbbb", data.GetProperty("commits")[0].GetProperty("statuses").GetString());
        Assert.Contains(
            "+COPY requirements.txt .", data.GetProperty("proposals")[0].GetProperty("diff").GetString(), StringComparison.Ordinal);
        Assert.True(data.GetProperty("isEstimate").GetBoolean());
    }

    [Fact]
    public void Nothing_in_it_comes_from_elsewhere_and_no_text_of_the_project_is_markup()
    {
        var page = Write();
        Assert.DoesNotContain("alert(1)</script>", page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("</script>").Length - 1);
        Assert.DoesNotContain("src=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", page, StringComparison.Ordinal);
        Assert.Equal(
            ["http://www.w3.org/2000/svg\"", "http://www.w3.org/2000/svg\""], page.Split([' ', '(', ',', ')'])
            .Select(word => word.TrimStart('"'))
            .Where(word => word.StartsWith("http", StringComparison.Ordinal) && word.Contains("//", StringComparison.Ordinal)));
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_without_a_history_has_a_page_too()
    {
        Directory.Delete(Path.Combine(_folder.Path, ".git"), recursive: true);
        var outcome = CommandLine.Run(_folder.Path, "cache", "report", "--html", "-");
        Assert.Equal(0, outcome.ExitCode);
        Assert.StartsWith("dockerlint: no history is counted: ", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(0, Data(outcome.Output).GetProperty("builds").GetInt32());
    }

    [Theory]
    [InlineData("Option '--html' is required.")]
    [InlineData("cannot write no/page.html: ", "--html", "no/page.html")]
    [InlineData("cannot read the history of x..y: ", "--html", "page.html", "x..y")]
    public void Bad_input_gives_a_clear_message_and_exit_code_2(string message, params string[] arguments)
    {
        var outcome = CommandLine.Run(_folder.Path, ["cache", "report", .. arguments]);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
    }

    private string Write()
    {
        var outcome = CommandLine.Run(_folder.Path, "cache", "report", "--html", "page.html");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Output));
        Assert.StartsWith("dockerlint: wrote page.html: 2 builds, ", outcome.Error, StringComparison.Ordinal);
        return File.ReadAllText(Path.Combine(_folder.Path, "page.html"));
    }

    private static JsonElement Data(string page)
    {
        const string start = "<script type=\"application/json\" id=\"data\">";
        var from = page.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return JsonDocument.Parse(page[from..page.IndexOf("</script>", from, StringComparison.Ordinal)]).RootElement;
    }
}
