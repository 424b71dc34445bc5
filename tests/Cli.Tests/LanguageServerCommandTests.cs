using System.Text;
using Xunit;

namespace Dockerlint.Tests.Cli;

public sealed class LanguageServerCommandTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("lsp")]
    [InlineData("lsp --stdio")]
    public void An_editor_is_served_until_it_says_goodbye(string command)
    {
        var outcome = CommandLine.RunWithInput(
            _workspace.Folder,
            Messages(
                """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"rootUri":null,"capabilities":{}}}""",
                """{"jsonrpc":"2.0","id":2,"method":"shutdown"}""", """{"jsonrpc":"2.0","method":"exit"}"""),
            command.Split(' '));
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("\"serverInfo\"", outcome.Output, StringComparison.Ordinal);
        Assert.Empty(outcome.Error);
    }

    [Fact]
    public void An_editor_that_goes_away_without_goodbye_is_exit_code_1()
    {
        Assert.Equal(1, CommandLine.RunWithInput(_workspace.Folder, "no message\n"u8.ToArray(), "lsp").ExitCode);
    }

    private static byte[] Messages(params IEnumerable<string> messages) =>
        Encoding.UTF8.GetBytes(string.Concat(messages.Select(message =>
            $"Content-Length: {Encoding.UTF8.GetByteCount(message)}\r\n\r\n{message}")));
}
