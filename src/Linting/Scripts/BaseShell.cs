using Dockerlint.Semantics;
using Dockerlint.Semantics.Images;

namespace Dockerlint.Linting.Scripts;

/// <summary>What /bin/sh is in base images: as the table of images says, else as their names tell.</summary>
internal static class BaseShell
{
    private static readonly string[] s_bash =
        ["almalinux", "amazonlinux", "archlinux", "centos", "fedora", "mageia", "opensuse", "oraclelinux", "rockylinux", "ubi", "rhel",
            "leap", "tumbleweed", "sl"];

    // Official images whose tags are built on Debian unless they say otherwise.
    private static readonly string[] s_debian =
    [
        "buildpack-deps", "debian", "gcc", "golang", "haproxy", "httpd", "mariadb", "memcached", "nginx", "node", "openjdk", "perl", "php",
        "postgres", "python", "rabbitmq", "redis", "ruby", "rust", "tomcat", "ubuntu",
    ];

    private static readonly string[] s_windows = ["windowsservercore", "nanoserver", "servercore", "windows"];

    /// <summary>The dialect of the default shell of a stage; null on Windows.</summary>
    internal static ShellDialect? Of(Stage stage)
    {
        var root = stage.Root;
        if (root.From.Flag("platform")?.Value?.StartsWith("windows", StringComparison.OrdinalIgnoreCase) == true)
        {
            return null;
        }

        if (root.Base.Image is not { } image)
        {
            return new ShellDialect("sh", IsPortability: false);
        }

        var name = image.Repository[(image.Repository.LastIndexOf('/') + 1)..];
        var tag = image.Tag ?? "";
        if (Mentions(image.Repository, s_windows) || Mentions(tag, s_windows) || tag.StartsWith("ltsc20", StringComparison.Ordinal))
        {
            return null;
        }

        switch (ImageCatalog.Public.Find(image)?.SystemShell)
        {
            case "ash":
                return new ShellDialect("dash", IsBusybox: true);
            case { } known and ("bash" or "dash"):
                return new ShellDialect(known);
            case "cmd":
                return null;
        }

        if (name is "alpine" or "busybox" || tag.Contains("alpine", StringComparison.Ordinal))
        {
            return new ShellDialect("dash", IsBusybox: true);
        }

        return Array.Exists(s_bash, prefix => name.StartsWith(prefix, StringComparison.Ordinal)) || Mentions(tag, s_bash)
            ? new ShellDialect("bash")
            : image.Registry is null or "docker.io"
                && s_debian.Contains(image.Repository.Replace("library/", "", StringComparison.Ordinal)) ? new ShellDialect("dash")
            : new ShellDialect("sh", IsPortability: false);
    }

    private static bool Mentions(string text, string[] names) =>
        text.Split('/', '-', '_', '.')
            .Any(part => Array.Exists(names, name => name.Length > 3 && part.StartsWith(name, StringComparison.Ordinal)));
}
