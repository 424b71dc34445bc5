using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Dockerlint.Semantics;
using Dockerlint.Semantics.Context;
using Dockerlint.Syntax;
using Dockerlint.Verification;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>A step that depends on something that changes from build to build.</summary>
public sealed class ChangingAddressTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    [Fact]
    public async Task A_step_that_a_second_build_does_again_is_reported_with_all_that_follow_it()
    {
        // The classic engine shares the network of this machine, so it can reach the address.
        var engine = await fixture.OpenAsync("classic");
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        _ = ServeAsync(listener);
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var dockerfile = string.Create(
            CultureInfo.InvariantCulture, $"FROM {engine.BaseName}\nRUN true\nADD http://127.0.0.1:{port}/x /x\nRUN true\nUSER 1000\n");
        var bytes = Encoding.UTF8.GetBytes(dockerfile);
        var entry = new ContextEntry(
            "Dockerfile", ContextEntryKind.File)
        { Mode = 0b110_100_100, Size = bytes.Length, Content = ContextContent.FromBytes(bytes) };
        var context = BuildContext.FromMemory(ContextManifest.Create([entry]), new Dictionary<string, byte[]> { ["Dockerfile"] = bytes });
        var request =
            new VerifyRequest(DockerfileParser.Parse(dockerfile), new BuildRequest(context, "Dockerfile") { Builder = Builder.Classic })
            {
                RunsContainer = false,
                ReadsImage = false,
            };
        var report = await new Verifier(engine.Connection).RunAsync(request, TestContext.Current.CancellationToken);
        Assert.Null(report.Problem);
        Assert.Equal([3, 4, 5], report.Findings.Where(finding => finding.RuleId == "DK9002")
            .Select(finding => request.Tree.Source.Lines.GetLine(finding.Span.Start)));
    }

    private static async Task ServeAsync(TcpListener listener)
    {
        try
        {
            for (var i = 0; ; i++)
            {
                using var client = await listener.AcceptTcpClientAsync();
                await using var stream = client.GetStream();
                await stream.ReadAtLeastAsync(new byte[4096], 1);
                var body = string.Create(CultureInfo.InvariantCulture, $"content {i}");
                await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture,
                    $"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}")));
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or IOException)
        {
            // The end of the test.
        }
    }
}
