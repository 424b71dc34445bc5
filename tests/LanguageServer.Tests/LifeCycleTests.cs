using System.Text.Json.Nodes;
using Xunit;

namespace Dockerlint.Tests.LanguageServer;

public sealed class LifeCycleTests
{
    [Fact]
    public void A_session_ends_with_exit_code_0_after_shutdown()
    {
        using var session = ServerSession.Begin();
        Assert.Equal(0, session.End());
    }

    [Fact]
    public void An_exit_without_shutdown_is_exit_code_1()
    {
        using var session = ServerSession.Begin();
        session.Notify("exit", new JsonObject());
        Assert.Equal(1, session.ExitCode());
    }

    [Fact]
    public void A_client_that_goes_away_ends_the_server()
    {
        using var session = ServerSession.Begin();
        session.CloseInput();
        Assert.Equal(1, session.ExitCode());
    }

    [Fact]
    public void A_request_before_initialize_is_refused()
    {
        using var session = new ServerSession();
        Assert.Equal(-32002, Code(session.Ask("textDocument/hover", Documents.At(0, 0))));
    }

    [Fact]
    public void A_second_initialize_is_refused()
    {
        using var session = ServerSession.Begin();
        Assert.Equal(-32600, Code(session.Ask("initialize", new JsonObject { ["capabilities"] = new JsonObject() })));
    }

    [Fact]
    public void A_request_behind_shutdown_is_refused()
    {
        using var session = ServerSession.Begin();
        session.Request("shutdown");
        Assert.Equal(-32600, Code(session.Ask("textDocument/hover", Documents.At(0, 0))));
    }

    [Fact]
    public void An_unknown_request_is_refused_and_an_unknown_notification_passed_over()
    {
        using var session = ServerSession.Begin();
        session.Notify("$/somethingNew", new JsonObject());
        Assert.Equal(-32601, Code(session.Ask("textDocument/somethingNew", new JsonObject())));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"textDocument\":null,\"position\":{\"line\":0,\"character\":0}}")]
    [InlineData("{\"textDocument\":{\"uri\":1},\"position\":{\"line\":0,\"character\":0}}")]
    [InlineData("{\"textDocument\":{\"uri\":\"file:///nowhere/Dockerfile\"},\"position\":{\"line\":-1e99,\"character\":0}}")]
    public void Wrong_parameters_are_told_as_such(string parameters)
    {
        using var session = ServerSession.Begin();
        Assert.Equal(-32602, Code(session.Ask("textDocument/hover", JsonNode.Parse(parameters))));
    }

    [Fact]
    public void What_is_no_JSON_does_not_end_the_session()
    {
        using var session = ServerSession.Begin();
        session.SendRaw("Content-Length: 5\r\n\r\n{\"a\":");
        session.SendRaw("some stray output\r\n");
        session.SendRaw("Content-Length: 2\r\n\r\n[]");
        Assert.Null(session.Request("textDocument/hover", Documents.At(0, 0)));
        session.Until(
            told => told.Count(message => message["params"]?["error"]?["code"]?.GetValue<int>() is -32700 or -32600) == 2, "refusals");
    }

    [Fact]
    public void Changes_of_a_document_that_is_not_open_are_passed_over()
    {
        using var session = ServerSession.Begin();
        session.Change(Documents.Uri, 2, "FROM a");
        session.Notify("textDocument/didClose", Documents.Of());
        Assert.Null(session.Request("textDocument/hover", Documents.At(0, 0)));
    }

    [Fact]
    public void A_cancelled_request_is_still_answered()
    {
        using var session = ServerSession.Begin();
        session.Open(Documents.Uri, "FROM debian:12\n");
        var id = session.Start("textDocument/hover", Documents.At(0, 0));
        session.Notify("$/cancelRequest", new JsonObject { ["id"] = int.Parse(id, System.Globalization.CultureInfo.InvariantCulture) });
        var answer = session.Wait(id);
        Assert.True(answer["error"] is null || Code(answer) == -32800);
    }

    [Fact]
    public void Everything_that_is_announced_is_answered()
    {
        using var session = new ServerSession();
        var said = session.Request("initialize", JsonNode.Parse("""{"processId":null,"rootUri":null,"capabilities":{}}"""))!;
        Assert.Equal("utf-16", said["capabilities"]!["positionEncoding"]!.GetValue<string>());
        Assert.Empty(session.Faults);
        foreach (var request in new[]
        {
            "hover", "completion", "signatureHelp", "definition", "references", "documentHighlight", "documentSymbol", "codeAction",
            "codeLens", "documentLink", "formatting", "rangeFormatting", "onTypeFormatting", "rename", "foldingRange", "selectionRange",
            "linkedEditingRange", "inlayHint", "prepareCallHierarchy", "semanticTokens/full",
        })
        {
            Assert.NotEqual(-32601, Code(session.Ask("textDocument/" + request, new JsonObject())));
        }
    }

    private static int? Code(JsonObject answer) => answer["error"]?["code"]?.GetValue<int>();
}
