namespace Dockerlint.Semantics;

/// <summary>A platform as builders write it, with the usual other names of architectures put right.</summary>
/// <param name="System">The operating system, such as linux.</param>
/// <param name="Architecture">The architecture as Go names it, such as amd64.</param>
/// <param name="Variant">The variant; empty where the architecture's default is meant.</param>
public sealed record TargetPlatform(string System, string Architecture, string Variant)
{
    /// <summary>The platform that is taken for the machine's own where nobody says another.</summary>
    public static TargetPlatform Default { get; } = new("linux", "amd64", "");

    /// <summary>Reads a platform as containerd does; null when the text is none.</summary>
    public static TargetPlatform? TryParse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split('/').Select(part => part.ToLowerInvariant()).ToArray();
        if (parts.Length > 3 || Array.Exists(parts, part =>
            part.Length == 0 || !part.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.')))
        {
            return null;
        }

        if (parts is [var only])
        {
            // A lone word is a system or an architecture.
            return only == "local" ? Default
                : IsSystem(only) ? Normal(only, Default.Architecture, "")
                : Normal(Default.System, only, "") is { } platform && IsArchitecture(platform.Architecture) ? platform
                : null;
        }

        return Normal(parts[0], parts[1], parts.Length > 2 ? parts[2] : "");
    }

    /// <inheritdoc/>
    public override string ToString() => Variant.Length == 0 ? $"{System}/{Architecture}" : $"{System}/{Architecture}/{Variant}";

    private static TargetPlatform Normal(string system, string architecture, string variant)
    {
        (architecture, variant) = (architecture, variant) switch
        {
            ("i386", _) => ("386", ""),
            ("x86_64" or "x86-64" or "amd64", var given) => ("amd64", given == "v1" ? "" : given),
            ("aarch64" or "arm64", var given) => ("arm64", given is "8" or "v8" ? "" : given),
            ("armhf", _) => ("arm", "v7"),
            ("armel", _) => ("arm", "v6"),
            ("arm", "" or "7") => ("arm", "v7"),
            ("arm", "5" or "6" or "8") => ("arm", "v" + variant),
            _ => (architecture, variant),
        };
        return new TargetPlatform(system == "macos" ? "darwin" : system, architecture, variant);
    }

    private static bool IsSystem(string text) => text is "linux" or "windows" or "darwin" or "macos" or "freebsd" or "netbsd" or "openbsd"
        or "solaris" or "wasi" or "js" or "android" or "ios" or "plan9" or "aix" or "dragonfly" or "illumos" or "nacl" or "zos";

    private static bool IsArchitecture(string text) => text is "amd64" or "386" or "arm" or "arm64" or "ppc64le" or "ppc64" or "s390x"
        or "riscv64" or "mips" or "mipsle" or "mips64" or "mips64le" or "loong64" or "wasm";
}
