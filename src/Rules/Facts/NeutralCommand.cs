using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>Commands that need no file of the build context: system packages, tools, settings, cleaning up.</summary>
internal static class NeutralCommand
{
    private static readonly string[] s_always =
        ["apt-get", "apt", "apk", "yum", "dnf", "microdnf", "zypper", "corepack", "useradd", "groupadd", "adduser", "addgroup", "gem", "update-ca-certificates"];

    private static readonly string[] s_outside = ["/root/", "/var/", "/tmp/", "/usr/", "/etc/", "~/"];

    /// <summary>Whether a command needs no file of the build context, as far as its words tell.</summary>
    internal static bool Is(CommandUse use)
    {
        var words = use.Arguments;
        return WritesOutside(use) && use.Command.Name switch
        {
            "mkdir" => words.All(word => word is not null && (word.StartsWith('-') || word.StartsWith('/'))),
            "cd" or "set" or "export" or "echo" or "true" or ":" => true,
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

    // What it prints must not go into a file that a copy brings as well.
    private static bool WritesOutside(CommandUse use) => use.Command.Redirects.All(redirect => redirect.Operator.Text.EndsWith('&')
        || (use.Script.Resolve(redirect.Target) is { } path && (path == "/dev/null" || s_outside.Any(place => path.StartsWith(place, StringComparison.Ordinal)))));

    private static bool IsPlain(string? word) => word is not null && !word.StartsWith('.') && !word.StartsWith("-r", StringComparison.Ordinal)
        && !word.StartsWith("--req", StringComparison.Ordinal) && !word.StartsWith("-e", StringComparison.Ordinal) && !word.Contains('/', StringComparison.Ordinal);
}
