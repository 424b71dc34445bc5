using System.Security.Cryptography;
using System.Text;
using Dockerlint.Testing;
using Dockerlint.Verification;
using Xunit;

namespace Dockerlint.Tests;

public sealed class EngineSearchTests : IDisposable
{
    private readonly TemporaryFolder _home = new();
    private readonly Dictionary<string, string> _variables = [];

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData("unix:///run/x.sock", "unix:///run/x.sock")]
    [InlineData("tcp://build:2376", "http://build:2376/")]
    [InlineData("tcp://build", "http://build:2375/")]
    [InlineData("tcp://build:80", "http://build/")]
    [InlineData("tcp://[::1]", "http://[::1]:2375/")]
    [InlineData("/run/x.sock", "unix:///run/x.sock")]
    [InlineData("npipe://./pipe/docker_engine", "npipe://./pipe/docker_engine")]
    public void An_address_that_is_named_is_the_only_one(string host, string endpoint)
    {
        _variables["DOCKER_HOST"] = "unix:///other.sock";
        Assert.Equal(endpoint, Assert.Single(Find(host)).Endpoint.ToString());
    }

    [Fact]
    public void The_variable_is_used_with_TLS_where_the_environment_asks_for_it()
    {
        _variables["DOCKER_HOST"] = "tcp://build:2376";
        _variables["DOCKER_TLS_VERIFY"] = "1";
        _variables["DOCKER_CERT_PATH"] = "/certificates";
        var address = Assert.Single(Find());
        Assert.Equal(("https://build:2376/", "/certificates", "DOCKER_HOST"),
            (address.Endpoint.ToString(), address.CertificateFolder, address.Origin));
    }

    [Fact]
    public void The_context_in_use_is_read_from_the_configuration()
    {
        var folder = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("work")));
        _home.Write(".docker/config.json", """{"currentContext":"work"}""");
        _home.Write($".docker/contexts/meta/{folder}/meta.json", """{"Name":"work","Endpoints":{"docker":{"Host":"tcp://build:2376","SkipTLSVerify":true}}}""");
        _home.Write($".docker/contexts/tls/{folder}/docker/ca.pem", "");
        var address = Assert.Single(Find());
        Assert.Equal(("https://build:2376/", "context work", true), (address.Endpoint.ToString(), address.Origin, address.IsUnchecked));
    }

    [Fact]
    public void TLS_that_is_asked_for_without_verification_is_not_verified()
    {
        _variables["DOCKER_HOST"] = "tcp://build:2376";
        _variables["DOCKER_TLS"] = "1";
        Assert.True(Assert.Single(Find()).IsUnchecked);
        _variables["DOCKER_TLS_VERIFY"] = "1";
        Assert.False(Assert.Single(Find()).IsUnchecked);
    }

    [Fact]
    public void A_context_that_is_not_there_is_told()
    {
        _variables["DOCKER_CONTEXT"] = "gone";
        Assert.Empty(Search().Addresses(null, out var problem));
        Assert.Contains("no docker context gone", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ssh://user@build", "ssh is not supported")]
    [InlineData("gopher://build", "no address of an engine")]
    public void Other_schemes_are_refused_with_the_reason(string host, string reason)
    {
        Assert.Empty(Search().Addresses(host, out var problem));
        Assert.Contains(reason, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_name_the_usual_sockets_are_tried()
    {
        _variables["XDG_RUNTIME_DIR"] = "/run/user/1000";
        var found = Find().Select(address => address.Endpoint.LocalPath).ToList();
        Assert.Contains("/var/run/docker.sock", found);
        Assert.Contains("/run/user/1000/docker.sock", found);
        Assert.Contains(_home.Path + "/.colima/default/docker.sock", found);
        Assert.Contains("/run/user/1000/podman/podman.sock", found);
    }

    [Fact]
    public async Task When_nothing_answers_the_error_says_what_was_tried()
    {
        var exception = await Assert.ThrowsAsync<EngineException>(() =>
            EngineConnection.OpenAsync(Find("unix://" + _home.Path + "/none.sock"), TestContext.Current.CancellationToken));
        Assert.Contains("none.sock (--host): no such socket", exception.Message, StringComparison.Ordinal);
    }

    private EngineSearch Search() =>
        new(_variables.GetValueOrDefault, _home.Path, path => File.Exists(path) ? File.ReadAllBytes(path) : null);

    private IReadOnlyList<EngineAddress> Find(string? host = null)
    {
        var found = Search().Addresses(host, out var problem);
        Assert.Null(problem);
        return found;
    }
}
