using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DK4005.</summary>
public sealed class RecursiveChange : Rule
{
    // In one RUN with these the files are new: the layer holds them once.
    private static readonly string[] s_makers =
        ["mkdir", "tar", "unzip", "cp", "git", "curl", "wget", "npm", "yarn", "pnpm", "pip", "pip3", "apt-get", "apk", "useradd", "adduser", "make", "go", "bundle", "composer", "touch", "mv", "python", "python3", "yum", "dnf", "rsync", "install"];

    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DK4005", "recursive-change", Category.Size, Severity.Info)
    {
        Since = "0.1",
        Profiles = Profiles.Strict,
        Doc = new("chown -R or chmod -R of files from other layers.",
            "The layer holds every file again whose owner or mode changes, and with some storage drivers every file. Set owner and mode in the step that makes the files.",
            [new("FROM node:24\nRUN chown -R node:node /usr/local/lib\n", "FROM node:24\nRUN mkdir /data && chown -R node:node /data\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Script(static (script, context) =>
    {
        if (script.IsTrigger || !context.Model.IsShipped(script.Stage) || script.Commands.Any(use => s_makers.Contains(use.Command.Name)))
        {
            return;
        }

        foreach (var use in script.Commands)
        {
            if (ModeChange.Read(use) is { IsRecursive: true } change)
            {
                context.Report(use.NameSpan, $"{use.Command.Name} -R of {string.Join(' ', change.Paths.Select(path => path.Path ?? "..."))} stores the files of earlier layers again");
            }
        }
    });
}
