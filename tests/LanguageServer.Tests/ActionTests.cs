using System.Text.Json.Nodes;
using Dockerlint.Testing;
using Xunit;

namespace Dockerlint.Tests.LanguageServer;

public sealed class ActionTests
{
    private const string Bad = "# syntax=docker/dockerfile:1\nFROM debian:12\nRUN apt-get update && apt-get install curl\nMAINTAINER me\n";

    [Fact]
    public void Each_fix_is_an_action_that_says_whether_it_is_safe()
    {
        using var session = Opened(Bad);
        var actions = session.Request("textDocument/codeAction", Documents.Actions(2, "quickfix"))!.AsArray();
        var safe = actions.Single(action => action!["title"]!.GetValue<string>() == "DL3014: add -y (safe)")!;
        Assert.True(safe["isPreferred"]!.GetValue<bool>());
        Assert.Contains("install -y curl", Documents.Apply(Bad, safe["edit"]!["changes"]![Documents.Uri]!.AsArray()),
            StringComparison.Ordinal);
        var unsafeOne = session.Request("textDocument/codeAction", Documents.Actions(3, "quickfix"))!.AsArray()
            .First(action => action!["title"]!.GetValue<string>().StartsWith("DL4000", StringComparison.Ordinal))!;
        Assert.Contains("(unsafe", unsafeOne["title"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Null(unsafeOne["isPreferred"]);
        Assert.Empty(session.Faults);
    }

    [Theory]
    [InlineData("Ignore DL3014 here", "# dockerlint ignore=DL3014 -- TODO: say why\nRUN apt-get")]
    [InlineData("Ignore DL3014 in this file", "# syntax=docker/dockerfile:1\n# dockerlint global ignore=DL3014 -- TODO: say why\nFROM")]
    public void A_finding_can_be_ignored_here_or_in_the_file_and_is_gone_then(string title, string expected)
    {
        using var session = Opened(Bad);
        var action = session.Request("textDocument/codeAction", Documents.Actions(2))!.AsArray()
            .Single(action => action!["title"]!.GetValue<string>() == title)!;
        var after = Documents.Apply(Bad, action["edit"]!["changes"]![Documents.Uri]!.AsArray());
        Assert.Contains(expected, after, StringComparison.Ordinal);
        session.Change(Documents.Uri, 2, after);
        Assert.DoesNotContain(session.Findings(Documents.Uri, 2), finding => finding!["code"]!.GetValue<string>() == "DL3014");
    }

    [Fact]
    public void Where_comments_do_not_count_none_is_offered()
    {
        using var session = ServerSession.Begin(options: """{"configuration":{"disable-ignore-pragma":true}}""");
        session.Open(Documents.Uri, Bad);
        Assert.DoesNotContain(session.Request("textDocument/codeAction", Documents.Actions(2))!.AsArray(),
            action => action!["title"]!.GetValue<string>().StartsWith("Ignore", StringComparison.Ordinal));
    }

    [Fact]
    public void Under_the_profile_of_hadolint_the_comment_is_one_of_hadolint()
    {
        using var session = ServerSession.Begin(options: """{"configuration":{"profile":"hadolint"}}""");
        session.Open(Documents.Uri, Bad);
        Assert.Contains(session.Request("textDocument/codeAction", Documents.Actions(2))!.AsArray(),
            action => action!["edit"]?.ToJsonString().Contains("# hadolint ignore=DL3014", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void All_safe_fixes_are_one_action_and_leave_nothing_safe_to_fix()
    {
        using var session = Opened(Bad);
        var action = Assert.Single(session.Request("textDocument/codeAction", Documents.Actions(0, "source.fixAll"))!.AsArray())!;
        Assert.Equal("source.fixAll.dockerlint", action["kind"]!.GetValue<string>());
        session.Change(Documents.Uri, 2, Documents.Apply(Bad, action["edit"]!["changes"]![Documents.Uri]!.AsArray()));
        Assert.Empty(session.Request("textDocument/codeAction", Documents.Actions(0, "source.fixAll.dockerlint"))!.AsArray());
    }

    [Fact]
    public void The_command_that_fixes_all_has_the_client_apply_it()
    {
        using var session = Opened(Bad);
        Assert.True(session.Request("workspace/executeCommand", Command("dockerlint.fixAll", Documents.Uri))!.GetValue<bool>());
        session.Until(told => told.Any(message => message["method"]!.GetValue<string>() == "workspace/applyEdit"), "the edit");
        Assert.Empty(session.Faults);
    }

    [Fact]
    public void A_rule_can_be_explained()
    {
        using var session = ServerSession.Begin();
        Assert.Contains("DL3008", session.Request("workspace/executeCommand", Command("dockerlint.explainRule", "dl3008"))!["markdown"]!
            .GetValue<string>(), StringComparison.Ordinal);
        Assert.NotNull(session.Ask("workspace/executeCommand", Command("dockerlint.explainRule", "DL9999"))["error"]);
        Assert.NotNull(session.Ask("workspace/executeCommand", Command("dockerlint.somethingNew", "x"))["error"]);
    }

    [Fact]
    public void Formatting_changes_the_lines_that_differ_only()
    {
        const string Text = "FROM debian:12\nrun   echo a\nUSER me\n";
        using var session = Opened(Text);
        var edits = session.Request("textDocument/formatting", Formatting())!.AsArray();
        Assert.Equal("FROM debian:12\nRUN echo a\nUSER me\n", Documents.Apply(Text, edits));
        Assert.Equal(1, edits.Single()!["range"]!["start"]!["line"]!.GetValue<int>());
    }

    [Fact]
    public void Formatting_a_range_leaves_the_rest_as_it_is()
    {
        const string Text = "FROM debian:12\nrun   echo a\nuser   me\n";
        using var session = Opened(Text);
        var parameters = Formatting();
        parameters["range"] = Documents.Range(1, 0, 1, 3);
        Assert.Equal("FROM debian:12\nRUN echo a\nuser   me\n",
            Documents.Apply(Text, session.Request("textDocument/rangeFormatting", parameters)!.AsArray()));
    }

    [Fact]
    public void A_line_end_lays_out_the_instruction_it_ends_and_no_half_one()
    {
        const string Text = "FROM debian:12\nrun   echo a\n\n";
        using var session = Opened(Text);
        Assert.Equal("FROM debian:12\nRUN echo a\n\n",
            Documents.Apply(Text, session.Request("textDocument/onTypeFormatting", OnType(2))!.AsArray()));
        session.Change(Documents.Uri, 2, "FROM debian:12\nrun   echo a \\\n\n");
        Assert.Empty(session.Request("textDocument/onTypeFormatting", OnType(2))!.AsArray());
    }

    [Fact]
    public void A_file_with_errors_is_not_formatted_and_the_client_hears_why()
    {
        using var session = Opened("FROM debian:12\nCOPY a\n");
        Assert.Equal(-32803, session.Ask("textDocument/formatting", Formatting())["error"]!["code"]!.GetValue<int>());
    }

    [Fact]
    public void Lenses_and_hints_tell_what_the_cache_does_with_the_unsaved_text()
    {
        using var folder = new TemporaryFolder();
        const string Text = "ARG V=12\nFROM debian:$V\nRUN make a\nCOPY src /src\nRUN make b\n";
        folder.Write("Dockerfile", Text);
        folder.Write("src/a", "1");
        folder.Git("init", "-q");
        foreach (var content in new[] { "1", "2", "3" })
        {
            folder.Write("src/a", content);
            folder.Git("add", "-A");
            folder.Git("commit", "-qm", content);
        }

        var uri = "file://" + folder.Path + "/Dockerfile";
        using var session = ServerSession.Begin();
        session.Open(uri, Text);
        var lenses = session.Request("textDocument/codeLens", Documents.Of(uri))!.AsArray();
        var titles = lenses
            .Select(lens => (lens!["range"]!["start"]!["line"]!.GetValue<int>(), lens["command"]!["title"]!.GetValue<string>())).ToList();
        Assert.Contains(titles, lens => lens.Item1 == 2 && lens.Item2.StartsWith("reused in 100 % of 2 commits", StringComparison.Ordinal));
        Assert.Contains(titles, lens => lens.Item1 == 3 && lens.Item2.Contains("broken by src/a", StringComparison.Ordinal));
        Assert.Equal(["1 = 12"], Hints(session, uri));
        session.Change(uri, 2, Text.Replace("make a", "make c", StringComparison.Ordinal));
        Assert.Equal(["1 = 12", "2 rebuilt since HEAD", "3 rebuilt behind line 3", "4 rebuilt behind line 3"], Hints(session, uri));
        var report = session.Request("workspace/executeCommand", Command("dockerlint.cacheReport", uri))!;
        Assert.Contains("<html", report["html"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty(session.Faults);
    }

    private static List<string> Hints(ServerSession session, string uri)
    {
        var parameters = Documents.Of(uri);
        parameters["range"] = Documents.Range(0, 0, 100, 0);
        return [.. session.Request("textDocument/inlayHint", parameters)!.AsArray()
            .Select(hint => $"{hint!["position"]!["line"]} {hint["label"]!.GetValue<string>().Split(':')[0]}")];
    }

    private static ServerSession Opened(string text)
    {
        var session = ServerSession.Begin(options: """{"configuration":{"shellcheck":"off"}}""");
        session.Open(Documents.Uri, text);
        return session;
    }

    private static JsonObject Formatting()
    {
        var parameters = Documents.Of();
        parameters["options"] = new JsonObject { ["tabSize"] = 4, ["insertSpaces"] = true };
        return parameters;
    }

    private static JsonObject OnType(int line)
    {
        var parameters = Documents.At(line, 0);
        parameters["ch"] = "\n";
        parameters["options"] = new JsonObject { ["tabSize"] = 4, ["insertSpaces"] = true };
        return parameters;
    }

    private static JsonObject Command(string name, string argument) =>
        new() { ["command"] = name, ["arguments"] = new JsonArray((JsonNode)argument) };
}
