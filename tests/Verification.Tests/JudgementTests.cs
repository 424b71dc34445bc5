using Dockerlint.Commands;
using Dockerlint.Linting.Secrets;
using Dockerlint.Verification;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>What lint and verify judge alike: secrets, loopback addresses, caches.</summary>
public sealed class JudgementTests
{
    [Theory]
    [InlineData("TOKENIZERS_PARALLELISM", "false")]
    [InlineData("SECRETS_DIR", "/run/secrets")]
    [InlineData("PASSWORD_MIN_LENGTH", "8")]
    [InlineData("JWT_TOKEN_TTL", "3600")]
    [InlineData("TOKEN_URL", "https://id.example.org/token")]
    [InlineData("SECRET_KEY_BASE_DUMMY", "1")]
    [InlineData("PUBLIC_ACCESS_KEY_ID", "x")]
    [InlineData("com.example.credential-helper", "osxkeychain")]
    [InlineData("TOKEN_FILE", "/run/secrets/t")]
    public void What_only_speaks_of_a_secret_is_none(string name, string value) => Assert.False(SecretName.Holds(name, value));

    [Theory]
    [InlineData("DB_PASSWORD", "hunter2hunter2")]
    [InlineData("NPM_TOKEN", "npm_0123456789abcdef")]
    [InlineData("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPL1")]
    [InlineData("BANNER", "ghp_0123456789abcdefghijABCDEFGHIJ012345")]
    public void A_secret_is_one_by_its_name_or_by_its_form(string name, string value) => Assert.True(SecretName.Holds(name, value));

    [Theory]
    [InlineData("0100007F:1F40 00000000:0000 0A", true)]
    [InlineData("0200007F:1F40 00000000:0000 0A", true)]
    [InlineData("00000000:1F40 00000000:0000 0A", false)]
    [InlineData("0000000000000000FFFF00000100007F:1F40 0:0 0A", true)]
    [InlineData("0000000000000000FFFF00000101A8C0:1F40 0:0 0A", false)]
    [InlineData("00000000000000000000000001000000:1F40 0:0 0A", true)]
    [InlineData("00000000000000000000000000000000:1F40 0:0 0A", false)]
    public void Loopback_addresses_are_known_however_the_kernel_writes_them(string row, bool isLoopback) =>
        Assert.Equal(new ListenedPort(8000, "tcp", isLoopback), Assert.Single(ListenedPort.Read(["0: " + row], "tcp")));

    [Theory]
    [InlineData("https://localhost:8443/x", true)]
    [InlineData("https://127.1.2.3/", true)]
    [InlineData("https://user@[::1]:80/", true)]
    [InlineData("https://[::ffff:127.0.0.1]/", true)]
    [InlineData("https://localhost.example.com/", false)]
    [InlineData("https://127.0.0.1.example.com/", false)]
    public void A_URL_of_the_machine_itself_is_known(string url, bool isLoopback) => Assert.Equal(isLoopback, LoopbackAddress.IsUrl(url));

    [Theory]
    [InlineData("home/app/.cache/pip/f", "/home/app/.cache/pip")]
    [InlineData("root/.cache/uv/f", "/root/.cache/uv")]
    [InlineData("srv/app/.cache/uv/f", "/srv/app/.cache/uv")]
    [InlineData("root/.local/share/pnpm/store/v3/f", "/root/.local/share/pnpm")]
    [InlineData("root/.cache/pypoetry/artifacts/f", "/root/.cache/pypoetry")]
    [InlineData("root/.cache/pypoetry/virtualenvs/app/f", null)]
    [InlineData("usr/local/bundle/cache/f", "/usr/local/bundle/cache")]
    [InlineData("usr/local/bundle/gems/f", null)]
    [InlineData("root/.gradle/caches/f", "/root/.gradle/caches")]
    [InlineData("opt/conda/pkgs/f", "/opt/conda/pkgs")]
    [InlineData("root/.npm/_cacache/f", "/root/.npm/_cacache")]
    [InlineData("var/lib/apt/lists/f", "/var/lib/apt/lists")]
    [InlineData("var/lib/apt/extended_states", null)]
    [InlineData("home/app/code/f", null)]
    public void Caches_of_all_tools_are_found_in_every_home(string path, string? folder) =>
        Assert.Equal(folder, PackageCaches.FolderOf(path, ["/srv/app", "/"]));

    [Theory]
    [InlineData("1g", 1L << 30)]
    [InlineData("512m", 512L << 20)]
    [InlineData("512MB", 512L << 20)]
    [InlineData("64MiB", 64L << 20)]
    [InlineData("0", 0L)]
    [InlineData("much", null)]
    [InlineData("1x", null)]
    public void Memory_is_read_as_docker_reads_it(string text, long? bytes) => Assert.Equal(bytes, MemorySize.Parse(text));

    [Fact]
    public void A_request_may_name_method_port_path_and_status()
    {
        Assert.Equal(new HttpProbe("GET", null, "/health", 200), HttpProbe.Parse("GET:/health=200"));
        Assert.Equal(new HttpProbe("HEAD", 8080, "/a?b=c", 204), HttpProbe.Parse("head:8080/a?b=c=204"));
        Assert.Equal(new HttpProbe("GET", null, "/", 200), HttpProbe.Parse("/"));
        Assert.Null(HttpProbe.Parse("health"));
        Assert.Null(HttpProbe.Parse("GET:99999/"));
        Assert.Null(HttpProbe.Parse("GET:/a b"));
    }
}
