using System.Diagnostics;
using System.Formats.Tar;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using Dockerlint.Testing;
using Dockerlint.Verification;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>The probe itself: on this machine, and that of arm64 by emulation.</summary>
public sealed class ProbeProgramTests
{
    [Theory]
    [InlineData("amd64", null)]
    [InlineData("arm64", "qemu-aarch64-static")]
    public async Task It_prints_files_and_answers_of_both_addresses(string architecture, string? emulator)
    {
        var runner = emulator is null ? null : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
            .Select(folder => Path.Combine(folder, emulator)).FirstOrDefault(File.Exists);
        Assert.SkipWhen(emulator is not null && runner is null, $"no {emulator}");
        Assert.SkipWhen(
            emulator is null && (!OperatingSystem.IsLinux() || RuntimeInformation.OSArchitecture != Architecture.X64), "no Linux on amd64");
        using var folder = new TemporaryFolder();
        var program = Path.Combine(folder.Path, "probe");
        using (var reader = new TarReader(ProbeProgram.ToArchive(architecture)))
        {
            await (await reader.GetNextEntryAsync(cancellationToken: TestContext.Current.CancellationToken))!
                .ExtractToFileAsync(program, overwrite: true, TestContext.Current.CancellationToken);
        }

        folder.Write("a.txt", "content");
        using var four = Listen(IPAddress.Loopback);
        using var six = Listen(IPAddress.IPv6Loopback);
        string[] arguments = [Path.Combine(folder.Path, "a.txt"), "/nonexistent", $"@{Port(four)} ask four", $"@{Port(six)} ask six"];
        var start = runner is null ? new ProcessStartInfo(program, arguments) : new ProcessStartInfo(runner, [program, .. arguments]);
        var output = ProgramRun.Of(start).Output;
        Assert.Contains("a.txt\ncontent\n/nonexistent\n", output, StringComparison.Ordinal);
        Assert.Contains("got ask four", output, StringComparison.Ordinal);
        Assert.Contains("got ask six", output, StringComparison.Ordinal);
    }

    private static int Port(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;

    private static TcpListener Listen(IPAddress address)
    {
        var listener = new TcpListener(address, 0);
        listener.Start();
        _ = Task.Run(async () =>
        {
            using var client = await listener.AcceptTcpClientAsync();
            await using var stream = client.GetStream();
            var buffer = new byte[100];
            var count = await stream.ReadAsync(buffer);
            await stream.WriteAsync(Encoding.UTF8.GetBytes("got " + Encoding.UTF8.GetString(buffer, 0, count)));
        });
        return listener;
    }
}
