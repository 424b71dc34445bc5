namespace Dockerlint.Rules;

/// <summary>A platform taken apart and brought into its usual form (containerd/platforms, Parse).</summary>
/// <param name="System">The operating system.</param>
/// <param name="Architecture">The architecture.</param>
internal sealed record PlatformName(string System, string Architecture)
{
    private static readonly string[] s_systems =
    [
        "aix", "android", "darwin", "dragonfly", "freebsd", "hurd", "illumos", "ios", "js", "linux", "nacl", "netbsd", "openbsd", "plan9",
        "solaris", "windows", "zos",
    ];

    private static readonly string[] s_architectures =
    [
        "386", "amd64", "amd64p32", "arm", "armbe", "arm64", "arm64be", "ppc64", "ppc64le", "loong64", "mips", "mipsle", "mips64",
        "mips64le",
        "mips64p32", "mips64p32le", "ppc", "riscv", "riscv64", "s390", "s390x", "sparc", "sparc64", "wasm",
    ];

    /// <summary>Reads a platform; a missing half is that of a Linux engine on amd64. Null when the engine rejects it.</summary>
    internal static PlatformName? TryParse(string text)
    {
        var parts = text.Split('/');
        var open = parts[0].IndexOf('(', StringComparison.Ordinal);
        var system = open < 0 ? parts[0] : parts[0][..open];
        if (parts.Length > 3 || system.Length == 0 || !system.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-')
            || (open >= 0 && !parts[0].EndsWith(')'))
            || parts.Skip(1).Any(part => part.Length == 0 || !part.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-')))
        {
            return null;
        }

        system = system.ToLowerInvariant() is "macos" ? "darwin" : system.ToLowerInvariant();
        if (parts.Length > 1)
        {
            return new PlatformName(system, Normal(parts[1]));
        }

        var architecture = Normal(parts[0]);
        return s_systems.Contains(system) ? new PlatformName(system, "amd64")
            : s_architectures.Contains(architecture) ? new PlatformName("linux", architecture)
            : null;
    }

    private static string Normal(string architecture) => architecture.ToLowerInvariant() switch
    {
        "i386" => "386",
        "x86_64" or "x86-64" => "amd64",
        "aarch64" => "arm64",
        "armhf" or "armel" => "arm",
        var other => other,
    };
}
