using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>
/// What RUN steps read and write, where all their commands are known: system packages, folders and accounts. Any other command is
/// taken to read and write everything.
/// </summary>
internal static class KnownStep
{
    private static readonly string[] s_commands =
        ["apt-get", "apt", "apk", "yum", "dnf", "microdnf", "zypper", "set", "true", ":", "mkdir", "useradd", "groupadd", "adduser", "addgroup", "rm", "echo"];

    // What packages may bring files into. Below some of these, projects have their folders.
    private static readonly string[] s_system = ["/bin", "/boot", "/dev", "/etc", "/lib", "/lib32", "/lib64", "/proc", "/root", "/run", "/sbin", "/sys", "/tmp", "/usr", "/var", "/opt"];
    private static readonly string[] s_projects = ["/usr/src", "/usr/local/src", "/usr/app", "/var/www", "/var/task", "/var/app", "/opt/app"];

    /// <summary>The script of a RUN all of whose commands are known and have no redirection into a file; null for any other.</summary>
    internal static ScriptUse? Script(Stage stage, RunInstruction run)
    {
        var scripts = ScriptUse.OfStage(stage).Where(use => use.Instruction == run).ToList();
        return scripts is [var script] && run.Flags.All(flag => flag is { Name: "mount", Value: { } mount } && mount.Contains("type=cache", StringComparison.Ordinal))
            && script.Commands.Any() && script.Commands.All(IsKnown) ? script : null;
    }

    /// <summary>Whether such a script neither reads nor writes what lies below a folder.</summary>
    internal static bool LeavesAlone(ScriptUse script, string? folder)
    {
        if (folder is null || !folder.StartsWith('/') || folder == "/")
        {
            return false;
        }

        var isProject = s_projects.Any(place => BuildPath.Below(place, folder) is not null);
        if (!isProject && s_system.Any(place => BuildPath.Below(place, folder) is not null))
        {
            return false;
        }

        // Words that are paths: what is named must lie elsewhere, and what is relative lies nobody knows where.
        return script.Commands.All(use => use.Arguments.All(word => word is null || word.StartsWith('-') || !(word.Contains('/', StringComparison.Ordinal) || use.Command.Name is "mkdir" or "rm")
            || (word.StartsWith('/') && BuildPath.Combine("/", word) is { } path && BuildPath.Below(folder, path) is null && BuildPath.Below(path, folder) is null)));
    }

    /// <summary>Whether a script does not look at an environment variable of that name, as far as it is known what its commands do.</summary>
    internal static bool IgnoresVariable(Stage stage, RunInstruction run, string name)
    {
        if (run.Source.Slice(run.Span).Contains(name, StringComparison.Ordinal))
        {
            return false;
        }

        var scripts = ScriptUse.OfStage(stage).Where(use => use.Instruction == run).ToList();
        return scripts is [var script] && script.Commands.Any()
            && script.Commands.All(use => IsKnown(use) || use.Command.Name is "cd" || InstallReader.Read(use) is { IsImplied: false } or { EarlyCommand: not null, IsImplied: false });
    }

    private static bool IsKnown(CommandUse use) => s_commands.Contains(use.Command.Name) && NeutralCommand.Is(use)
        && use.Arguments.All(word => word is not null && !word.Contains('*', StringComparison.Ordinal))
        && use.Command.Redirects.All(redirect => use.Script.Resolve(redirect.Target) is "/dev/null" or "1" or "2");
}
