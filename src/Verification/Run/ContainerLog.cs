using System.Text;
using Docker.DotNet.Models;

namespace Dockerlint.Verification;

/// <summary>Reads what a container wrote, up to a limit.</summary>
internal static class ContainerLog
{
    internal static async Task<string> ReadAsync(
        EngineConnection engine, string container, int limit, bool standardOnly, CancellationToken cancellation,
        string tail = "50")
    {
        var parameters = new ContainerLogsParameters { ShowStdout = true, ShowStderr = !standardOnly, Tail = standardOnly ? "all" : tail };
        using var stream = await engine.Client.Containers.GetContainerLogsAsync(container, parameters, cancellation);
        var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (bytes.Length < limit && await stream.ReadOutputAsync(buffer, 0, buffer.Length, cancellation) is { EOF: false } read)
        {
            bytes.Write(buffer, 0, read.Count);
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }
}
