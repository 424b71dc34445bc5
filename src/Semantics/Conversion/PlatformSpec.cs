namespace Dockerlint.Semantics.Conversion;

/// <summary>A platform, <c>os[(version)][/architecture[/variant]]</c> or an architecture alone (containerd/platforms, Parse).</summary>
internal static class PlatformSpec
{
    private static readonly string[] s_systems =
    [
        "aix", "android", "darwin", "macos", "dragonfly", "freebsd", "hurd", "illumos", "ios", "js", "linux", "nacl", "netbsd", "openbsd",
        "plan9",
        "solaris", "windows", "zos",
    ];

    private static readonly string[] s_architectures =
    [
        "386", "i386", "amd64", "x86_64", "x86-64", "amd64p32", "arm", "armbe", "armhf", "armel", "arm64", "aarch64", "arm64be", "ppc",
        "ppc64",
        "ppc64le", "loong64", "mips", "mipsle", "mips64", "mips64le", "mips64p32", "mips64p32le", "riscv", "riscv64", "s390", "s390x",
        "sparc",
        "sparc64", "wasm",
    ];

    /// <summary>What is wrong with it, or null.</summary>
    internal static string? Problem(string platform)
    {
        if (platform.Contains('*', StringComparison.Ordinal))
        {
            return $"wildcards are not supported in platform {platform}";
        }

        var parts = platform.Split('/');
        var system = parts[0];
        var open = system.IndexOf('(', StringComparison.Ordinal);
        var name = open < 0 ? system : system[..open];
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-')
            || (open >= 0 && !IsVersion(system.AsSpan(open))))
        {
            return $"invalid operating system {system} in platform {platform}";
        }

        if (Array.Find(parts[1..], part =>
            part.Length == 0 || !part.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-')) is { } bad)
        {
            return $"invalid part '{bad}' in platform {platform}: expected os/architecture/variant";
        }

        if (parts.Length > 3)
        {
            return $"platform {platform} has too many parts: expected os/architecture/variant";
        }

        return parts.Length > 1 || s_systems.Contains(name.ToLowerInvariant())
            || (open < 0 && s_architectures.Contains(name.ToLowerInvariant()))
            ? null
            : $"unknown operating system or architecture {platform}: expected a platform such as linux/amd64";
    }

    // (version+feature+feature), each part of letters, digits and _ . % -
    private static bool IsVersion(ReadOnlySpan<char> text)
    {
        if (text[^1] != ')')
        {
            return false;
        }

        foreach (var c in text[1..^1])
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '.' or '%' or '-' or '+'))
            {
                return false;
            }
        }

        return true;
    }
}
