using System.Text.Json.Nodes;
using Dockerlint.Linting;
using Dockerlint.Testing;
using Xunit;

namespace Dockerlint.Tests.LanguageServer;

public sealed class FindingTests
{
    private const string Bad = "FROM debian\nRUN apt-get install curl\nMAINTAINER me\n";

    [Fact]
    public void Findings_are_those_of_the_linter_at_their_places()
    {
        using var session = ServerSession.Begin();
        session.Open(Documents.Uri, Bad);
        var found = session.Findings(Documents.Uri, 1);
        Assert.Contains(found, finding => finding!["code"]!.GetValue<string>() == "DL4000"
            && finding["range"]!["start"]!["line"]!.GetValue<int>() == 2 && finding["severity"]!.GetValue<int>() == 1
            && finding["tags"]!.ToJsonString() == "[2]");
        Assert.All(found, finding => Assert.Equal("dockerlint", finding!["source"]!.GetValue<string>()));
        Assert.Empty(session.Faults);
    }

    [Fact]
    public void A_rule_with_a_page_has_a_link_and_one_of_ours_has_none()
    {
        using var session = ServerSession.Begin();
        session.Open(Documents.Uri, "FROM scratch\nRUN echo\nMAINTAINER me\n");
        var found = session.Findings(Documents.Uri, 1);
        Assert.All(found, finding => Assert.Equal(
            !finding!["code"]!.GetValue<string>().StartsWith("DK", StringComparison.Ordinal), finding["codeDescription"] is not null));
        Assert.Contains(found, finding => finding!["codeDescription"] is not null);
        Assert.Contains(found, finding => finding!["codeDescription"] is null);
    }

    [Fact]
    public void Changes_of_parts_are_applied_in_their_order()
    {
        using var session = ServerSession.Begin();
        session.Open(Documents.Uri, "FROM debian:12\n# é😀 x\nUSER me\n");
        session.Notify("textDocument/didChange", JsonNode.Parse($$$"""
            {"textDocument":{"uri":"{{{Documents.Uri}}}","version":2},"contentChanges":[
            {"range":{"start":{"line":1,"character":5},"end":{"line":1,"character":7}},"text":"\nMAINTAINER a\n# "},
            {"range":{"start":{"line":2,"character":11},"end":{"line":2,"character":12}},"text":"bcd"}]}
            """)!);
        var finding = session.Findings(Documents.Uri, 2).Single(finding => finding!["code"]!.GetValue<string>() == "DL4000")!;
        Assert.Equal(2, finding["range"]!["start"]!["line"]!.GetValue<int>());
        Assert.Equal("MAINTAINER bcd", session.Request("textDocument/documentSymbol", Documents.Of())!.ToJsonString() is var symbols
            && symbols.Contains("MAINTAINER bcd", StringComparison.Ordinal) ? "MAINTAINER bcd" : symbols);
    }

    [Theory]
    [InlineData("""{"general":{"positionEncodings":["utf-8","utf-16"]}}""", 16)]
    [InlineData("""{"general":{"positionEncodings":["utf-16"]}}""", 13)]
    [InlineData("{}", 13)]
    public void Places_are_counted_as_the_client_wants_it(string capabilities, int expected)
    {
        using var session = ServerSession.Begin(capabilities);
        session.Open(Documents.Uri, "FROM debian:12\nENV A=é😀 B=$C\n");
        var symbols = session.Request("textDocument/documentHighlight", Documents.At(1, expected))!.AsArray();
        Assert.Equal(expected, Assert.Single(symbols)!["range"]!["start"]!["character"]!.GetValue<int>());
    }

    [Fact]
    public void A_client_that_asks_is_not_told_unasked()
    {
        using var session = ServerSession.Begin("""{"textDocument":{"diagnostic":{}}}""");
        session.Open(Documents.Uri, Bad);
        var report = session.Request("textDocument/diagnostic", Documents.Of())!;
        Assert.NotEmpty(report["items"]!.AsArray());
        var again = Documents.Of();
        again["previousResultId"] = report["resultId"]!.GetValue<string>();
        Assert.Equal("unchanged", session.Request("textDocument/diagnostic", again)!["kind"]!.GetValue<string>());
        session.Until(told => told.All(message => message["method"]!.GetValue<string>() != "textDocument/publishDiagnostics"), "silence");
        Assert.Empty(session.Faults);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"textDocument":{"diagnostic":{}},"workspace":{"diagnostics":{"refreshSupport":true}}}""")]
    public void What_ShellCheck_finds_comes_when_the_typing_rests(string capabilities)
    {
        Assert.SkipUnless(Dockerlint.ShellCheck.ShellChecker.Find(ScriptVerdicts.InPlace) is not null, "there is no shellcheck on PATH");
        using var session = ServerSession.Begin(capabilities);
        session.Open(Documents.Uri, "FROM debian:12\nRUN cd $B\n");
        static bool Has(JsonArray found) => found.Any(finding => finding!["code"]!.GetValue<string>() == "SC2086");
        if (capabilities == "{}")
        {
            session.Findings(Documents.Uri, 1, Has);
            return;
        }

        session.Until(told => told.Any(message => message["method"]!.GetValue<string>() == "workspace/diagnostic/refresh"), "the refresh");
        Assert.True(Has(session.Request("textDocument/diagnostic", Documents.Of())!["items"]!.AsArray()));
    }

    [Fact]
    public void A_closed_document_has_no_findings()
    {
        using var session = ServerSession.Begin();
        session.Open(Documents.Uri, Bad);
        session.Findings(Documents.Uri, 1);
        session.Notify("textDocument/didClose", Documents.Of());
        session.Until(told => told.Any(message => message["params"]?["diagnostics"] is JsonArray { Count: 0 }), "nothing");
    }

    [Fact]
    public void The_configuration_beside_a_file_holds_and_a_change_of_it_counts()
    {
        using var folder = new TemporaryFolder();
        folder.Write("Dockerfile", Bad);
        folder.Write(".dockerlint.yaml", "ignore: [DL4000]\n");
        var uri = "file://" + folder.Path + "/Dockerfile";
        using var session = ServerSession.Begin();
        session.Open(uri, Bad);
        Assert.DoesNotContain(session.Findings(uri, 1), finding => finding!["code"]!.GetValue<string>() == "DL4000");
        folder.Write(".dockerlint.yaml", "ignore: [DL3008]\n");
        session.Notify("workspace/didChangeWatchedFiles", JsonNode.Parse(
            $$"""{"changes":[{"uri":"file://{{folder.Path}}/.dockerlint.yaml","type":2}]}""")!);
        session.Findings(uri, 1, found => found.Any(finding => finding!["code"]!.GetValue<string>() == "DL4000"));
    }

    [Fact]
    public void A_broken_configuration_is_told_in_the_Dockerfile()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".dockerlint.yaml", "ignoree: [DL4000]\n");
        var uri = "file://" + folder.Path + "/Dockerfile";
        using var session = ServerSession.Begin();
        session.Open(uri, Bad);
        var finding = Assert.Single(session.Findings(uri, 1))!;
        Assert.Equal("configuration", finding["code"]!.GetValue<string>());
        Assert.Contains("ignoree", finding["message"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.EndsWith(
            ".dockerlint.yaml", finding["relatedInformation"]![0]!["location"]!["uri"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_of_the_client_are_keys_of_a_configuration()
    {
        using var session = ServerSession.Begin(options: """{"configuration":{"ignore":["DL4000"]}}""");
        session.Open(Documents.Uri, Bad);
        Assert.DoesNotContain(session.Findings(Documents.Uri, 1), finding => finding!["code"]!.GetValue<string>() == "DL4000");
        session.Notify(
            "workspace/didChangeConfiguration", JsonNode.Parse("""{"settings":{"dockerlint":{"configuration":{"ignorre":[]}}}}""")!);
        session.Findings(Documents.Uri, 1, found => found.Any(finding =>
            finding!["message"]!.GetValue<string>().Contains("ignorre", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_client_is_asked_for_its_settings_where_it_answers()
    {
        using var session = ServerSession.Begin(
            """{"workspace":{"configuration":true,"didChangeWatchedFiles":{"dynamicRegistration":true}}}""");
        session.Until(told => told.Any(message => message["method"]!.GetValue<string>() == "workspace/configuration"), "the question");
        session.Until(told => told.Any(message => message["method"]!.GetValue<string>() == "client/registerCapability"), "the watchers");
        session.Settings = JsonNode.Parse("""{"configuration":{"ignore":["DL4000"]}}""");
        session.Open(Documents.Uri, Bad);
        session.Notify("workspace/didChangeConfiguration", JsonNode.Parse("""{"settings":null}""")!);
        session.Findings(Documents.Uri, 1, found => found.All(finding => finding!["code"]!.GetValue<string>() != "DL4000"));
        Assert.Empty(session.Faults);
    }

    [Fact]
    public void A_dockerignore_file_has_findings_of_its_own()
    {
        using var session = ServerSession.Begin();
        session.Open("file:///nowhere/.dockerignore", "!a\nb\n[\nb\n!b\nb\n", "ignore");
        var found = session.Findings("file:///nowhere/.dockerignore", 1);
        Assert.Equal(
            ["0 dockerignore-useless", "2 dockerignore-syntax", "3 dockerignore-useless"],
            found.Select(finding => $"{finding!["range"]!["start"]!["line"]} {finding["code"]}"));
    }

    [Fact]
    public void A_configuration_has_findings_where_they_are()
    {
        using var session = ServerSession.Begin();
        session.Open("file:///nowhere/.dockerlint.yaml", "profile: default\nignore: [DL9999x]\n", "yaml");
        var finding = Assert.Single(session.Findings("file:///nowhere/.dockerlint.yaml", 1))!;
        Assert.Equal("""{"start":{"line":1,"character":9},"end":{"line":1,"character":16}}""", finding["range"]!.ToJsonString());
    }

    [Fact]
    public void A_Compose_file_shows_the_errors_of_what_it_builds_at_the_service()
    {
        using var folder = new TemporaryFolder();
        folder.Write("api/Dockerfile", "FROM debian:12 AS base\nMAINTAINER me\n");
        const string Text = "services:\n  web:\n    build:\n      context: api\n      target: gone\n";
        folder.Write("compose.yaml", Text);
        var uri = "file://" + folder.Path + "/compose.yaml";
        using var session = ServerSession.Begin();
        session.Open(uri, Text, "dockercompose");
        var found = session.Findings(uri, 1);
        Assert.All(found, finding => Assert.Equal(1, finding!["range"]!["start"]!["line"]!.GetValue<int>()));
        Assert.Contains(found, finding => finding!["code"]!.GetValue<string>() == "missing-stage");
        Assert.Contains(found, finding => finding!["code"]!.GetValue<string>() == "DL4000"
            && finding["relatedInformation"]![0]!["location"]!["uri"]!.GetValue<string>()
                .EndsWith("api/Dockerfile", StringComparison.Ordinal));
    }

    [Fact]
    public void A_text_that_is_no_file_is_linted_too()
    {
        using var session = ServerSession.Begin();
        session.Open("untitled:Untitled-1", Bad);
        Assert.NotEmpty(session.Findings("untitled:Untitled-1", 1));
    }

    [Fact]
    public void Requests_about_one_file_do_not_wait_for_another()
    {
        using var session = ServerSession.Begin();
        var large = "FROM debian:12\n"
            + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"RUN apt-get install a{i} && b{i} \"$C\"\n"));
        session.Open("file:///nowhere/large/Dockerfile", large);
        session.Open(Documents.Uri, Bad);
        session.Findings(Documents.Uri, 1);
        session.Until(told => !told.Any(message => message["params"]?["uri"]?.GetValue<string>() == "file:///nowhere/large/Dockerfile"),
            "the small file before the large one");
    }
}
