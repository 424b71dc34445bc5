using Dockerlint.Commands;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>npm, Yarn, pnpm and Bun.</summary>
internal static class NodeInstalls
{
    internal static DependencyInstall? Read(InvocationUse use, ToolSpec tool)
    {
        var call = use.Invocation;
        if (call.VerbName is not ("install" or "ci") || !call.Operands.IsEmpty || call.Has(OptionRole.Global)
            || call.Has("--version", "--help"))
        {
            return null;
        }

        // Without a lock file, pnpm stops when it is to hold to one, and so does yarn from version 2 on.
        var isLocked = call.VerbName == "ci" || call.Has(tool == NodeTools.Yarn ? "--immutable" : "--frozen-lockfile");
        return tool == NodeTools.Npm ? new DependencyInstall("npm", use, "package*.json")
            : tool == NodeTools.Yarn ? new DependencyInstall("yarn", use, "package.json", isLocked ? "yarn.lock" : "yarn.lock*")
            : tool == NodeTools.Bun ? new DependencyInstall("bun", use, "package.json", "bun.lock*")
            : new DependencyInstall("pnpm", use, "package.json", isLocked ? "pnpm-lock.yaml" : "pnpm-lock.yaml*");
    }
}
