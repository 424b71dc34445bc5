using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>npm, Yarn, pnpm and Bun.</summary>
internal static class NodeInstalls
{
    internal static DependencyInstall? Read(CommandUse use, string name, IReadOnlyList<string?> words)
    {
        var arguments = PlainArguments.Read(words,
            "--prefix", "-C", "--dir", "--cwd", "--registry", "--loglevel", "--cache", "--omit", "--include", "--only", "--network-timeout", "--cache-folder", "--store-dir", "--filter",
            "--network-concurrency", "--child-concurrency", "--modules-folder", "--mutex", "--reporter", "--maxsockets", "--fetch-timeout", "--fetch-retries");
        var isInstall = name switch
        {
            "npm" => arguments.Operands is ["install" or "i" or "ci" or "clean-install" or "install-clean"],
            "yarn" => arguments.Operands is [] or ["install"],
            "bun" => arguments.Operands is ["install" or "i"],
            _ => arguments.Operands is ["install" or "i"],
        };
        if (!isInstall || arguments.Has("-g", "--global", "--version", "-v", "--help"))
        {
            return null;
        }

        // Without a lock file, pnpm stops when it is to hold to one, and so does yarn from version 2 on.
        var isLocked = arguments.Has(name == "yarn" ? "--immutable" : "--frozen-lockfile");
        string[] manifests = name switch
        {
            "npm" => ["package*.json"],
            "yarn" => ["package.json", isLocked ? "yarn.lock" : "yarn.lock*"],
            "bun" => ["package.json", "bun.lock*"],
            _ => ["package.json", isLocked ? "pnpm-lock.yaml" : "pnpm-lock.yaml*"],
        };
        return new DependencyInstall(name, use, manifests) { Folder = arguments.Value("--prefix", "-C", "--dir", "--cwd") };
    }
}
