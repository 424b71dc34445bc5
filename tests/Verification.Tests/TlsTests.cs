using Dockerlint.Testing;
using Dockerlint.Verification;
using Dockerlint.Workspace;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>An engine that wants to know who asks, and that has to prove who it is.</summary>
public sealed class TlsTests : IDisposable
{
    private readonly FakeEngine _engine = new("");
    private readonly TlsFront _front;
    private readonly TemporaryFolder _other = new();

    public TlsTests() => _front = new TlsFront(_engine.Path);

    public void Dispose()
    {
        _front.Dispose();
        _engine.Dispose();
        _other.Dispose();
    }

    [Fact]
    public async Task With_the_right_certificates_the_engine_answers()
    {
        using var connection = await ConnectAsync("localhost", _front.Certificates, "DOCKER_TLS_VERIFY");
        Assert.Equal("1", connection.EngineVersion);
    }

    [Fact]
    public async Task An_engine_of_another_authority_is_not_talked_to()
    {
        using var stranger = new TlsFront(_engine.Path);
        foreach (var file in new[] { "cert.pem", "key.pem" })
        {
            File.Copy(Path.Combine(_front.Certificates, file), Path.Combine(_other.Path, file));
        }

        File.Copy(Path.Combine(stranger.Certificates, "ca.pem"), Path.Combine(_other.Path, "ca.pem"));
        var refused = await Assert.ThrowsAsync<EngineException>(() => ConnectAsync("localhost", _other.Path, "DOCKER_TLS_VERIFY"));
        Assert.Contains("certificate", refused.Message, StringComparison.Ordinal);

        // DOCKER_TLS alone does not ask who the engine is.
        using var connection = await ConnectAsync("localhost", _other.Path, "DOCKER_TLS");
        Assert.Equal("1", connection.EngineVersion);
    }

    [Fact]
    public async Task A_certificate_for_another_name_is_refused()
    {
        var refused = await Assert.ThrowsAsync<EngineException>(() => ConnectAsync("127.0.0.1", _front.Certificates, "DOCKER_TLS_VERIFY"));
        Assert.Contains("certificate", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_certificate_of_our_own_the_engine_lets_nobody_in()
    {
        File.Copy(Path.Combine(_front.Certificates, "ca.pem"), Path.Combine(_other.Path, "ca.pem"));
        await Assert.ThrowsAsync<EngineException>(() => ConnectAsync("localhost", _other.Path, "DOCKER_TLS_VERIFY"));
    }

    [Theory]
    [InlineData("ca.pem")]
    [InlineData("cert.pem")]
    [InlineData("key.pem")]
    public async Task A_certificate_that_is_a_pipe_is_neither_waited_for_nor_taken_for_a_missing_one(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no pipes in Windows folders");
        foreach (var file in new[] { "ca.pem", "cert.pem", "key.pem" }.Where(file => file != name))
        {
            File.Copy(Path.Combine(_front.Certificates, file), Path.Combine(_other.Path, file));
        }

        _other.Run("mkfifo", name);
        var refused = await Assert.ThrowsAsync<EngineException>(() => ConnectAsync("localhost", _other.Path, "DOCKER_TLS_VERIFY"));
        Assert.Contains(
            $"cannot read {Path.Combine(_other.Path, name)}: only regular files are read", refused.Message, StringComparison.Ordinal);
    }

    // As the program reads: regular files only.
    private static byte[]? Read(string path) => RegularFile.TryRead(path, ReadLimit.Pointer, out var bytes) is null ? bytes : null;

    private Task<EngineConnection> ConnectAsync(string host, string folder, string variable)
    {
        var variables = new Dictionary<string,
            string>
        { ["DOCKER_HOST"] = $"tcp://{host}:{_front.Port}", ["DOCKER_CERT_PATH"] = folder, [variable] = "1" };
        var addresses = new EngineSearch(variables.GetValueOrDefault, "/nonexistent", Read).Addresses(null, out var problem);
        Assert.Null(problem);
        return EngineConnection.OpenAsync(addresses, TestContext.Current.CancellationToken);
    }
}
