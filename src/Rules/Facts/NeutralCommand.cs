using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>Commands that need no file of the build context: system packages, tools, settings, cleaning up.</summary>
internal static class NeutralCommand
{
    private static readonly string[] s_always =
        ["apt-get", "apt", "apk", "yum", "dnf", "microdnf", "zypper", "cd", "set", "export", "true", ":", "echo", "corepack", "mkdir", "useradd", "groupadd", "adduser", "addgroup", "gem", "update-ca-certificates"];

    private static readonly string[] s_outside = ["/root/", "/var/", "/tmp/", "/usr/", "/etc/", "~/"];

    /// <summary>Whether a command needs no file of the build context, as far as its words tell.</summary>
    internal static bool Is(CommandUse use)
    {
        var words = use.Arguments;
        return use.Command.Name switch
        {
            { } name when s_always.Contains(name) => !words.Any(word => word is not null && (word.StartsWith("./", StringComparison.Ordinal) || word is "." or "*")),
            "rm" => words.All(word => word is not null && (word.StartsWith('-') || s_outside.Any(place => word.StartsWith(place, StringComparison.Ordinal)))),
            "npm" or "yarn" or "pnpm" => words is ["config" or "cache" or "set", ..] || words.Contains("-g") || words.Contains("--global"),
            "poetry" or "bundle" => words is ["config", ..],
            "composer" => words is ["config" or "clear-cache" or "clearcache", ..],
            "go" => words is ["env" or "clean" or "version", ..],
            "pip" or "pip3" => words is ["install" or "cache" or "config", ..] && words.All(IsPlain),
            "python" or "python3" => words is ["-m", "pip", "install", ..] && words.All(IsPlain),
            _ => false,
        };
    }

    private static bool IsPlain(string? word) => word is not null && !word.StartsWith('.') && !word.StartsWith("-r", StringComparison.Ordinal)
        && !word.StartsWith("--req", StringComparison.Ordinal) && !word.StartsWith("-e", StringComparison.Ordinal) && !word.Contains('/', StringComparison.Ordinal);
}
