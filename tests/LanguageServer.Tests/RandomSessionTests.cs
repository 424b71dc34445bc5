using System.Globalization;
using System.Text.Json.Nodes;
using Dockerlint.Session;
using Dockerlint.Testing;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests.LanguageServer;

/// <summary>
/// Sessions by chance: documents are opened, edited and closed, and everything is asked about them at any place. The number of messages
/// and the seed can be set in the environment. It looks at the memory of the process, so nothing else runs meanwhile.
/// </summary>
[Collection(AloneCollection.Name)]
public sealed class RandomSessionTests
{
    private static readonly string[] s_pieces =
    [
        "FROM debian:12 AS build\n", "FROM scratch\n", "RUN apt-get update && apt-get install curl\n", "RUN <<EOF\necho $A\nEOF\n",
        "ARG A=1\n",
        "ENV B=$A\n", "COPY --from=build /a /b\n", "MAINTAINER me\n", "# dockerlint ignore=DL3008\n", "CMD echo hi\n", "\\\n",
        "\"", "$", "${A:-",
        "é😀", "\r\n", "\t", " ", "x", "=", "--mount=type=cache,target=/c ", "ONBUILD ", "HEALTHCHECK CMD a\n",
        "# syntax=docker/dockerfile:1\n",
        "\uFEFF", "\0", "\ud800", "<<A", "[\"a\", ", "WORKDIR a\n",
    ];

    private static readonly string[] s_requests =
    [
        "hover", "completion", "signatureHelp", "definition", "references", "documentHighlight", "prepareRename", "rename",
        "linkedEditingRange", "documentSymbol", "foldingRange", "selectionRange", "documentLink", "semanticTokens/full",
        "prepareCallHierarchy", "codeAction", "formatting", "rangeFormatting", "onTypeFormatting", "codeLens", "inlayHint", "diagnostic",
    ];

    [Fact]
    public void No_sequence_of_messages_ends_a_session_or_leaves_other_findings_than_lint_has()
    {
        var count = Setting("DOCKERLINT_LSP_MESSAGES", 300);
        var random = new Random(Setting("DOCKERLINT_LSP_SEED", 20261128));
        using var folder = new TemporaryFolder();
        folder.Write("src/a", "1");
        folder.Write(".dockerignore", "b\n");
        using var session = ServerSession.Begin(options: """{"configuration":{"shellcheck":"off"}}""");
        var documents = new Dictionary<string, (string Text, int Version)>(StringComparer.Ordinal);
        var started = new List<string>();
        var answered = 0;
        var memory = 0L;
        for (var i = 0; i < count; i++)
        {
            Step(session, random, folder, documents, started);
            if (started.Count > 50)
            {
                answered += Answered(session, started);
                memory = memory == 0 && i > count / 10 ? GC.GetTotalMemory(forceFullCollection: true) : memory;
            }
        }

        answered += Answered(session, started);
        Assert.True(answered > count / 4);
        foreach (var (uri, (text, version)) in documents)
        {
            Assert.Equal(Linted(uri, text), Told(session.Findings(uri, version)));
        }

        // What comes from chance is told with it.
        Assert.Empty(session.Faults);
        Assert.Equal(0, session.End());
        Assert.True(
            memory == 0 || GC.GetTotalMemory(forceFullCollection: true) < memory + 40_000_000 + (count * 2_000L),
            "memory is not given back");
    }

    private static int Answered(ServerSession session, List<string> started)
    {
        foreach (var answer in started.Select(session.Wait))
        {
            // To refuse is allowed, a bug of ours is not.
            Assert.True(answer["error"]?["code"]?.GetValue<int>() is null or -32800 or -32803, answer.ToJsonString());
        }

        var count = started.Count;
        started.Clear();
        return count;
    }

    private static void Step(
        ServerSession session, Random random, TemporaryFolder folder, Dictionary<string, (string Text, int Version)> documents,
        List<string> started)
    {
        var uri = $"file://{folder.Path}/{random.Next(4)}/Dockerfile";
        if (!documents.TryGetValue(uri, out var document))
        {
            document = (string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => s_pieces[random.Next(s_pieces.Length)])), 1);
            session.Notify("textDocument/didOpen", new JsonObject
            {
                ["textDocument"] = new JsonObject
                {
                    ["uri"] = uri,
                    ["languageId"] = "dockerfile",
                    ["version"] = 1,
                    ["text"] = Whole(document.Text)
                },
            });
            documents[uri] = (Whole(document.Text), 1);
            return;
        }

        switch (random.Next(20))
        {
            case < 8:
                documents[uri] = Edit(session, random, uri, document);
                break;
            case < 18:
                started.Add(Ask(session, random, uri, document.Text));
                if (random.Next(5) == 0)
                {
                    session.Notify("$/cancelRequest", new JsonObject { ["id"] = int.Parse(started[^1], CultureInfo.InvariantCulture) });
                }

                break;
            case 18:
                session.Notify("textDocument/didSave", Documents.Of(uri));
                break;
            default:
                session.Notify("textDocument/didClose", Documents.Of(uri));
                documents.Remove(uri);
                break;
        }
    }

    private static (string Text, int Version) Edit(ServerSession session, Random random, string uri, (string Text, int Version) document)
    {
        var (start, end) = (random.Next(document.Text.Length + 1), random.Next(document.Text.Length + 1));
        (start, end) = (Math.Min(start, end), random.Next(3) == 0 ? Math.Max(start, end) : Math.Min(start, end));

        // A client counts characters as it shows them: it never cuts a pair or a line end in two.
        (start, end) = (Boundary(document.Text, start), Boundary(document.Text, end));
        var piece = Whole(s_pieces[random.Next(s_pieces.Length)]);
        var text = document.Text[..start] + piece + document.Text[end..];
        session.Notify("textDocument/didChange", new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = uri, ["version"] = document.Version + 1 },
            ["contentChanges"] = new JsonArray(random.Next(10) == 0 ? new JsonObject { ["text"] = text }
                : new JsonObject { ["range"] = RangeOf(document.Text, start, end), ["text"] = piece }),
        });
        return (text, document.Version + 1);
    }

    private static string Ask(ServerSession session, Random random, string uri, string text)
    {
        var method = s_requests[random.Next(s_requests.Length)];
        var parameters = Documents.Of(uri);
        var (start, end) = (random.Next(text.Length + 1), random.Next(text.Length + 1));
        parameters["position"] = PositionOf(text, start);
        parameters["positions"] = new JsonArray(PositionOf(text, start), Documents.Position(random.Next(100), random.Next(100)));
        parameters["range"] = RangeOf(text, Math.Min(start, end), Math.Max(start, end));
        parameters["newName"] = s_pieces[random.Next(s_pieces.Length)] is "x" ? "x" : "name";
        parameters["ch"] = "\n";
        parameters["context"] = new JsonObject { ["diagnostics"] = new JsonArray(), ["includeDeclaration"] = true };
        return session.Start("textDocument/" + method, parameters);
    }

    private static List<string> Linted(string uri, string text)
    {
        var settings = new Dockerlint.Linting.Config.ConfigLayer
        {
            ShellCheck = new Dockerlint.Linting.Config.Setting<Dockerlint.Linting.Config.ShellCheckMode>(
                Dockerlint.Linting.Config.ShellCheckMode.Off, new Dockerlint.Linting.Config.ConfigOrigin("test")),
        };
        var files = ServerSession.Host().OpenFiles(null, settings);
        var source = SourceText.From(text, new Uri(uri).LocalPath);
        var findings = FileInputs.Of(source, builds: null, files.ContextOf, foreign: null)
            .Lint(files.LinterFor(source.Path, out _)!.Linter).Diagnostics;
        return [.. findings.Select(finding =>
            $"{PositionOf(text, finding.Span.Start).ToJsonString()} {finding.RuleId} {VisibleText.Escape(finding.Message)}")];
    }

    private static List<string> Told(JsonArray findings) => [.. findings.Select(finding =>
        $"{finding!["range"]!["start"]!.ToJsonString()} {finding["code"]!.GetValue<string>()} {finding["message"]!.GetValue<string>()}")];

    // Half a pair is no text that a message can hold.
    private static string Whole(string text) => text.Replace('\ud800', '\ufffd');

    private static int Boundary(string text, int offset) => offset > 0 && offset < text.Length
        && (char.IsLowSurrogate(text[offset]) || (text[offset] == '\n' && text[offset - 1] == '\r')) ? offset - 1 : offset;

    private static JsonObject RangeOf(string text, int start, int end) => new()
    {
        ["start"] = PositionOf(text, start),
        ["end"] = PositionOf(text, end),
    };

    // A client's own count, by the protocol: lines end at any of the three.
    private static JsonObject PositionOf(string text, int offset)
    {
        var (line, start) = (0, 0);
        for (var i = 0; i < offset; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && !(i + 1 < text.Length && text[i + 1] == '\n')))
            {
                (line, start) = (line + 1, i + 1);
            }
        }

        return Documents.Position(line, offset - start);
    }

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), out var given) ? given : usual;
}
