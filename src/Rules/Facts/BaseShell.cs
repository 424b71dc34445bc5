using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>Which shell with the option pipefail an image brings, as far as its name tells.</summary>
internal static class BaseShell
{
    // Official images that are made from Debian, Ubuntu, Oracle Linux or another distribution with bash, unless their tag says otherwise.
    private static readonly string[] s_bash =
    [
        "almalinux", "amazoncorretto", "amazonlinux", "archlinux", "buildpack-deps", "centos", "clojure", "debian", "drupal",
        "eclipse-temurin", "elixir", "erlang", "fedora",
        "gcc", "golang", "gradle", "haproxy", "haskell", "httpd", "julia", "mariadb", "maven", "mongo", "mysql", "nginx", "node", "openjdk",
        "oraclelinux", "perl", "php",
        "postgres", "pypy", "python", "r-base", "redis", "rockylinux", "ruby", "rust", "sapmachine", "swift", "tomcat", "ubuntu",
        "wordpress",
    ];

    private static readonly string[] s_otherTags =
        ["alpine", "busybox", "windows", "nanoserver", "ltsc", "musl", "scratch", "distroless", "photon"];

    /// <summary>
    /// The words of a SHELL instruction that stops at a failure in a pipe; null where no such shell is known to be there.
    /// </summary>
    internal static IReadOnlyList<string>? WithPipefail(Stage stage)
    {
        // Where an argument of the build names the image, it may be another one.
        if (stage.Root.From.Image.RawText.Contains('$', StringComparison.Ordinal)
            || stage.Root is not { Base: { Kind: BaseKind.Image, Image: { } image } } root || WindowsImage.IsBaseOf(stage)
            || root.From.Flag("platform")?.Value?.StartsWith("linux", StringComparison.OrdinalIgnoreCase) == false)
        {
            return null;
        }

        var name = image.Repository.StartsWith("library/", StringComparison.Ordinal) ? image.Repository["library/".Length..]
            : image.Repository;
        if (image.Registry is not (null or "docker.io" or "public.ecr.aws" or "mirror.gcr.io")
            || name.Contains('/', StringComparison.Ordinal))
        {
            return null;
        }

        var tag = image.Tag ?? "";
        return name is "alpine" or "busybox" || (s_bash.Contains(name) && tag.Contains("alpine", StringComparison.Ordinal))
            ? ["/bin/ash", "-o", "pipefail", "-c"]
            : s_bash.Contains(name) && !Array.Exists(s_otherTags, mark => tag.Contains(mark, StringComparison.Ordinal))
                ? ["/bin/bash", "-o", "pipefail", "-c"]
            : null;
    }
}
