using System.Text.Json.Nodes;
using Dockerlint.Testing;
using Xunit;

namespace Dockerlint.Tests.LanguageServer;

public sealed class NameTests
{
    private const string Text = """
        ARG VERSION=12
        FROM debian:${VERSION} AS Build
        ARG VERSION
        ENV HOME_DIR=/srv
        RUN --mount=type=bind,from=base,target=/b echo "$VERSION" && VERSION=x make $HOME_DIR
        FROM build AS final
        COPY --from=BUILD --chown=$HOME_DIR /a /b
        COPY --from=0 /c /d
        ARG OTHER=$VERSION
        FROM scratch AS lone
        ARG HOME_DIR=/other
        LABEL a=$HOME_DIR

        """;

    [Theory]
    [InlineData("AS Build", 3, 2, "builder", "FROM debian:${VERSION} AS builder", "FROM builder AS final", "--from=builder --chown")]
    [InlineData("ENV HOME_DIR", 4, 2, "DIR", "ENV DIR=/srv", "make $DIR", "--chown=$DIR")]
    [InlineData("ARG VERSION", 4, 2, "RELEASE", "ARG RELEASE=12", "${RELEASE}", "echo \"$RELEASE\" && RELEASE=x")]
    public void A_new_name_reaches_every_place_and_no_other(string part, int plus, int left, string name, params string[] expected)
    {
        using var session = Opened(Text);
        var parameters = Documents.At(Text, part, plus + 1);
        parameters["newName"] = name;
        var edit = session.Request("textDocument/rename", parameters)!;
        var after = Documents.Apply(Text, edit["changes"]![Documents.Uri]!.AsArray());
        Assert.All(expected, text => Assert.Contains(text, after, StringComparison.Ordinal));
        Assert.Contains("--from=0 /c", after, StringComparison.Ordinal);

        // The ARG of the lone stage is another one.
        Assert.Contains("ARG HOME_DIR=/other\nLABEL a=$HOME_DIR", after, StringComparison.Ordinal);
        Assert.True(left > 0);
        Assert.Empty(session.Faults);
    }

    [Theory]
    [InlineData("AS Build", 4, "final")]
    [InlineData("AS Build", 4, "1st")]
    [InlineData("ENV HOME_DIR", 5, "A-B")]
    [InlineData("debian", 1, "x")]
    public void A_name_that_cannot_be_is_refused(string part, int plus, string name)
    {
        using var session = Opened(Text);
        var parameters = Documents.At(Text, part, plus);
        parameters["newName"] = name;
        Assert.Equal(-32803, session.Ask("textDocument/rename", parameters)["error"]!["code"]!.GetValue<int>());
    }

    [Fact]
    public void A_stage_is_renamed_in_the_Compose_file_that_builds_it()
    {
        using var folder = new TemporaryFolder();
        const string Dockerfile = "FROM debian:12 AS build\nFROM build\n";
        folder.Write("Dockerfile", Dockerfile);
        folder.Write(
            "compose.yaml",
            "services:\n  a:\n    build:\n      context: .\n      target: build\n  b:\n    build: {context: other, target: build}\n");
        var uri = "file://" + folder.Path + "/Dockerfile";
        using var session = ServerSession.Begin();
        session.Open(uri, Dockerfile);
        var parameters = Documents.At(0, 19, uri);
        parameters["newName"] = "make";
        var changes = session.Request("textDocument/rename", parameters)!["changes"]!.AsObject();
        var place = Assert.Single(changes["file://" + folder.Path + "/compose.yaml"]!.AsArray())!;
        Assert.Equal("""{"start":{"line":4,"character":14},"end":{"line":4,"character":19}}""", place["range"]!.ToJsonString());
    }

    [Fact]
    public void A_use_leads_to_its_declaration()
    {
        using var session = Opened(Text);
        Assert.Equal(1, Line(session.Request("textDocument/definition", Documents.At(Text, "=BUILD", 2))));
        Assert.Equal(1, Line(session.Request("textDocument/definition", Documents.At(Text, "--from=0", 7))));
        Assert.Equal(2, Line(session.Request("textDocument/definition", Documents.At(Text, "\"$VERSION", 3))));
        Assert.Equal(0, Line(session.Request("textDocument/definition", Documents.At(Text, "{VERSION}", 3))));
        Assert.Equal(10, Line(session.Request("textDocument/definition", Documents.At(Text, "a=$HOME", 5))));
    }

    [Fact]
    public void References_come_with_or_without_the_declaration()
    {
        using var session = Opened(Text);
        var parameters = Documents.At(Text, "AS Build", 4);
        parameters["context"] = new JsonObject { ["includeDeclaration"] = true };
        Assert.Equal(4, session.Request("textDocument/references", parameters)!.AsArray().Count);
        parameters = Documents.At(Text, "AS Build", 4);
        parameters["context"] = new JsonObject { ["includeDeclaration"] = false };
        Assert.Equal(3, session.Request("textDocument/references", parameters)!.AsArray().Count);
    }

    [Fact]
    public void Stages_call_the_stages_they_are_made_of()
    {
        using var session = Opened(Text);
        var item = Assert.Single(session.Request("textDocument/prepareCallHierarchy", Documents.At(Text, "AS final", 4))!.AsArray())!;
        var outgoing = session.Request("callHierarchy/outgoingCalls", new JsonObject { ["item"] = item.DeepClone() })!.AsArray();
        Assert.Equal("Build", Assert.Single(outgoing)!["to"]!["name"]!.GetValue<string>());
        Assert.Equal(3, outgoing[0]!["fromRanges"]!.AsArray().Count);
        var incoming = session.Request(
            "callHierarchy/incomingCalls", new JsonObject { ["item"] = outgoing[0]!["to"]!.DeepClone() })!.AsArray();
        Assert.Equal("final", Assert.Single(incoming)!["from"]!["name"]!.GetValue<string>());
        Assert.Empty(session.Faults);
    }

    [Theory]
    [InlineData("FROM debian", 1, "Begins a stage")]
    [InlineData("--chown", 3, "owner of the files")]
    [InlineData("type=bind", 1, "Lends files of the context")]
    [InlineData("target=/b", 2, "Where it appears")]
    [InlineData("{VERSION}", 2, "is `12` here")]
    [InlineData("make $HOME_DIR", 8, "is `/srv` here")]
    [InlineData("a=$HOME_DIR", 5, "is `/other` here")]
    [InlineData("AS Build", 4, "3 instructions on")]
    [InlineData("debian:", 2, "Pinned by the tag `12`")]
    [InlineData("scratch", 2, "nothing at all")]
    public void What_stands_at_a_place_is_explained(string part, int plus, string expected)
    {
        using var session = Opened(Text);
        Assert.Contains(expected, session.Request("textDocument/hover", Documents.At(Text, part, plus))!["contents"]!["value"]!
            .GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_is_counted_behind_dockerignore()
    {
        using var folder = new TemporaryFolder();
        folder.Write("src/a", "1234");
        folder.Write("src/b", "12");
        folder.Write("src/c", "1");
        folder.Write(".dockerignore", "src/c\n");
        var uri = "file://" + folder.Path + "/Dockerfile";
        using var session = ServerSession.Begin("""{"textDocument":{"hover":{"contentFormat":["markdown"]}}}""");
        session.Open(uri, "FROM scratch\nCOPY src /\n");
        Assert.StartsWith("`src`: 2 files, 6 B after .dockerignore\n\n- `src/a` 4 B",
            session.Request("textDocument/hover", Documents.At(1, 6, uri))!["contents"]!["value"]!.GetValue<string>(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FROM a AS one\nCO|\n", "COPY")]
    [InlineData("FROM a AS one\nFROM o|\n", "one")]
    [InlineData("FROM a AS one\nFROM b\nCOPY --fr|\n", "--from")]
    [InlineData("FROM a AS one\nFROM b\nCOPY --from=|\n", "one")]
    [InlineData("FROM a\nRUN --mount=|\n", "type")]
    [InlineData("FROM a\nRUN --mount=type=|\n", "cache")]
    [InlineData("FROM a\nRUN --mount=type=cache,sh|\n", "sharing")]
    [InlineData("FROM a\nRUN --mount=type=cache,sharing=|\n", "locked")]
    [InlineData("FROM a AS one\nFROM b\nRUN echo \\\n  && a --b \\\n --mount=from=|\n", "")]
    [InlineData("FROM a\nENV HOME_DIR=/a\nWORKDIR $HO|\n", "$HOME_DIR")]
    [InlineData("FROM a\nENV HOME_DIR=/a\nRUN echo \\\n  ${HO|\n", "${HOME_DIR}")]
    [InlineData("FROM a\nSTOPSIGNAL SIG|\n", "SIGTERM")]
    [InlineData("FROM a\n# dockerlint ignore=DL3008,DL|\n", "DL3009")]
    [InlineData("# |\nFROM a\n", "syntax=docker/dockerfile:1")]
    [InlineData("FROM a\nONBUILD R|\n", "RUN")]
    public void What_can_stand_at_a_place_is_offered(string marked, string expected)
    {
        var offset = marked.IndexOf('|', StringComparison.Ordinal);
        var text = marked.Remove(offset, 1);
        using var session = Opened(text);
        var line = text[..offset].Count(c => c == '\n');
        var items = session.Request("textDocument/completion",
            Documents.At(line, offset - (text.LastIndexOf('\n', Math.Max(0, offset - 1)) + 1)))!["items"]!.AsArray();
        if (expected.Length > 0)
        {
            Assert.Contains(expected, items.Select(item => item!["label"]!.GetValue<string>()));
        }

        Assert.Empty(session.Faults);
    }

    [Theory]
    [InlineData("prof|\n", "profile")]
    [InlineData("profile: |\n", "strict")]
    [InlineData("ignore: [DL|]\n", "DL3008")]
    [InlineData("rules:\n  DL30|\n", "DL3008")]
    [InlineData("rules:\n  DL3008: |\n", "error")]
    public void Keys_and_values_of_a_configuration_are_offered(string marked, string expected)
    {
        var offset = marked.IndexOf('|', StringComparison.Ordinal);
        var text = marked.Remove(offset, 1);
        const string Uri = "file:///nowhere/.dockerlint.yaml";
        using var session = ServerSession.Begin();
        session.Open(Uri, text, "yaml");
        var line = text[..offset].Count(c => c == '\n');
        var items = session.Request("textDocument/completion",
            Documents.At(line, offset - (text.LastIndexOf('\n', Math.Max(0, offset - 1)) + 1), Uri))!["items"]!.AsArray();
        Assert.Contains(expected, items.Select(item => item!["label"]!.GetValue<string>()));
    }

    [Fact]
    public void Colours_cover_instructions_names_and_the_script_inside()
    {
        using var session = Opened("FROM a AS b\nRUN echo \"$HOME\" -n # c\n");
        var data = session.Request("textDocument/semanticTokens/full", Documents.Of())!["data"]!.AsArray()
            .Select(number => number!.GetValue<int>()).Chunk(5).ToList();
        Assert.Equal((0, 0, 4, 0), (data[0][0], data[0][1], data[0][2], data[0][3]));
        Assert.Contains(data, token => token[3] == 7 && token[2] == 4);
        Assert.Contains(data, token => token[3] == 2 && token[4] == 1);
        Assert.Equal(0, session.Ask("textDocument/foldingRange", Documents.Of())["result"]!.AsArray()
            .Count(fold => fold!["startLine"]!.GetValue<int>() > 0));
    }

    [Fact]
    public void A_selection_grows_from_the_word_to_the_file()
    {
        using var session = Opened(Text);
        var parameters = Documents.Of();
        parameters["positions"] = new JsonArray(Documents.At(Text, "echo", 1)["position"]!.DeepClone());
        var depth = 0;
        var widest = session.Request("textDocument/selectionRange", parameters)![0];
        for (var selection = widest; selection is not null; selection = selection["parent"])
        {
            depth++;
        }

        Assert.InRange(depth, 4, 12);
        Assert.Empty(session.Faults);
    }

    private static int? Line(JsonNode? places) => places!.AsArray().Single()!["range"]!["start"]!["line"]!.GetValue<int>();

    private static ServerSession Opened(string text)
    {
        var session = ServerSession.Begin("""{"textDocument":{"hover":{"contentFormat":["markdown"]}}}""");
        session.Open(Documents.Uri, text);
        return session;
    }
}
