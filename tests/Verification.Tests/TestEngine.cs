using System.Formats.Tar;
using System.Text;
using Docker.DotNet.Models;
using Dockerlint.Cache;
using Dockerlint.Verification;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>
/// An engine that the environment names, with a base image of its own: a static busybox, nothing else. Without it tests are skipped.
/// </summary>
internal sealed class TestEngine : IAsyncDisposable
{
    private static readonly string[] s_applets =
        ["sh", "cat", "ls", "cp", "mv", "rm", "mkdir", "echo", "touch", "chmod", "chown", "sleep", "date", "head", "dd", "nc", "id", "true",
            "false", "test", "ln", "sync", "httpd", "kill", "printf", "wc"];

    private static readonly string[] s_configuration = ["ENV CONFIGURED=1", "USER app", "WORKDIR /base"];

    private BaseVariant _variant;

    private TestEngine(EngineConnection connection)
    {
        Connection = connection;
        Run = new RunScope(connection);
    }

    /// <summary>The name of the variable that holds the address of a kind of engine.</summary>
    internal static string Variable(string kind) => "DOCKERLINT_ENGINE_" + kind.ToUpperInvariant();

    internal EngineConnection Connection { get; }

    internal RunScope Run { get; }

    /// <summary>Different in every run, so that no earlier build can be found in the cache.</summary>
    internal string Salt { get; } = Guid.NewGuid().ToString("N")[..12];

    internal string BaseName => $"dockerlint-test-{Salt}:1";

    internal BaseImage Base { get; private set; } = BaseImage.Unknown;

    /// <summary>Connects, or skips the test with the reason.</summary>
    /// <param name="kind">modern or classic.</param>
    internal static async Task<TestEngine> OpenAsync(string kind)
    {
        var host = Environment.GetEnvironmentVariable(Variable(kind));
        Assert.SkipWhen(string.IsNullOrEmpty(host), $"no engine: {Variable(kind)} is not set (eng/start-engine {kind} starts one)");
        var busybox = Busybox();
        Assert.SkipWhen(busybox is null, "no static busybox: DOCKERLINT_BUSYBOX is not set and /bin/busybox is not there");
        var addresses = new EngineSearch(_ => null, "/nonexistent").Addresses(host, out var problem);
        Assert.Null(problem);
        var engine = new TestEngine(await EngineConnection.OpenAsync(addresses, TestContext.Current.CancellationToken));
        await engine.ImportAsync(busybox!, BaseVariant.Plain);
        return engine;
    }

    internal ImageBuilder Builder => new(Connection, Run);

    public async ValueTask DisposeAsync()
    {
        var left = await Run.RemoveAsync();

        // Not by the run: the base has a name of its own.
        await Connection.Client.Images.DeleteImageAsync(BaseName, new ImageDeleteParameters { Force = true });

        Connection.Dispose();
        Assert.Empty(left);
    }

    private static string? Busybox() =>
        new[] { Environment.GetEnvironmentVariable("DOCKERLINT_BUSYBOX"), "/bin/busybox", "/usr/bin/busybox" }.FirstOrDefault(File.Exists);

    /// <summary>Gives the base image's name to one of the variants.</summary>
    internal async Task<BaseImage> UseBaseAsync(BaseVariant variant)
    {
        if (variant != _variant)
        {
            await ImportAsync(Busybox()!, variant);
        }

        return Base;
    }

    private async Task ImportAsync(string busybox, BaseVariant variant)
    {
        using var archive = new MemoryStream();
        await using (var writer = new TarWriter(archive, TarEntryFormat.Ustar, leaveOpen: true))
        {
            foreach (var directory in new[] { "./", "bin/", "etc/", "tmp/" })
            {
                var mode = directory is "tmp/" or "./" ? 0b1_111_111_111 : 0b111_101_101;
                writer.WriteEntry(
                    new UstarTarEntry(
                    TarEntryType.Directory, directory)
                    { Mode = (UnixFileMode)mode, ModificationTime = DateTimeOffset.UnixEpoch });
            }

            Add(writer, "bin/busybox", await File.ReadAllBytesAsync(busybox), 0b111_101_101);
            Add(writer, "etc/passwd", "root:x:0:0:root:/:/bin/sh\napp:x:1000:1000:app:/:/bin/sh\n"u8.ToArray(), 0b110_100_100);
            Add(writer, "etc/group", "root:x:0:\napp:x:1000:\n"u8.ToArray(), 0b110_100_100);
            Add(writer, "etc/salt", Encoding.UTF8.GetBytes(Salt), 0b110_100_100);
            if (variant == BaseVariant.Other)
            {
                Add(writer, "etc/other", "other"u8.ToArray(), 0b110_100_100);
            }

            foreach (var applet in s_applets)
            {
                writer.WriteEntry(
                    new UstarTarEntry(
                    TarEntryType.SymbolicLink, "bin/" + applet)
                    { LinkName = "busybox", ModificationTime = DateTimeOffset.UnixEpoch });
            }
        }

        archive.Position = 0;
        string[] triggers = variant == BaseVariant.Triggering ? [$"RUN echo {Salt} triggered", "COPY a.txt /of-base/", "ENV OF_BASE=1"]
            : [];
        var parameters = new ImagesCreateParameters
        {
            FromSrc = "-",
            Repo = BaseName.Split(':')[0],
            Tag = "1",
            Changes = [$"LABEL {RunScope.Label}={Run.Id}", .. variant == BaseVariant.Configured ? s_configuration : [],
                .. triggers.Select(trigger => "ONBUILD " + trigger)],
        };
        await Connection.Client.Images.CreateImageAsync(
            parameters, archive, new AuthConfig(), new Progress<JSONMessage>(), TestContext.Current.CancellationToken);
        var image = await Connection.Client.Images.InspectImageAsync(BaseName, TestContext.Current.CancellationToken);
        _variant = variant;
        Base = new BaseImage
        {
            Digest = image.ID,
            Layers = string.Join(' ', image.RootFS.Layers ?? []),
            Environment = variant == BaseVariant.Configured ? [KeyValuePair.Create("CONFIGURED", "1")] : [],
            User = variant == BaseVariant.Configured ? "app" : "",
            WorkingDirectory = variant == BaseVariant.Configured ? "/base" : "",
            OnBuild = [.. triggers],
        };
    }

    private static void Add(TarWriter writer, string name, byte[] bytes, int mode) =>
        writer.WriteEntry(
            new UstarTarEntry(TarEntryType.RegularFile, name)
            {
                Mode = (UnixFileMode)mode,
                ModificationTime = DateTimeOffset.UnixEpoch,
                DataStream = new MemoryStream(bytes)
            });
}
