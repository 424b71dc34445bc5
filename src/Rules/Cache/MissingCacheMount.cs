using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>DK1005.</summary>
public sealed class MissingCacheMount : Rule
{
    private static readonly Dictionary<string, string[]> s_folders = new(StringComparer.Ordinal)
    {
        ["pip"] = ["/root/.cache/pip"],
        ["uv"] = ["/root/.cache/uv"],
        ["Poetry"] = ["/root/.cache/pypoetry/cache", "/root/.cache/pypoetry/artifacts"],
        ["Pipenv"] = ["/root/.cache/pip"],
        ["npm"] = ["/root/.npm"],
        ["yarn"] = ["/usr/local/share/.cache/yarn"],
        ["pnpm"] = ["/root/.local/share/pnpm/store"],
        ["bun"] = ["/root/.bun/install/cache"],
        ["Bundler"] = ["/usr/local/bundle/cache"],
        ["Composer"] = ["/root/.composer/cache"],
        ["Go"] = ["/go/pkg/mod", "/root/.cache/go-build"],
        ["Cargo"] = ["/usr/local/cargo/registry"],
        ["Maven"] = ["/root/.m2"],
        ["Gradle"] = ["/root/.gradle"],
        [".NET"] = ["/root/.nuget/packages"],
        ["Mix"] = ["/root/.hex"],
        ["Pub"] = ["/root/.pub-cache"],
    };

    // No fix is offered for these: images remove what apt downloads (/etc/apt/apt.conf.d/docker-clean), and scripts what the others keep.
    private static readonly Dictionary<string, string> s_system = new(StringComparer.Ordinal)
    {
        ["apt-get"] = "/var/cache/apt",
        ["apt"] = "/var/cache/apt",
        ["apk"] = "/var/cache/apk",
        ["dnf"] = "/var/cache/dnf",
        ["yum"] = "/var/cache/yum",
        ["zypper"] = "/var/cache/zypp",
    };

    private static readonly string[] s_alternatives = ["pip", "yarn"];

    // Settings after which the folders are others, or there are none.
    private static readonly string[] s_settings =
    [
        "PIP_NO_CACHE_DIR", "UV_NO_CACHE", "PIP_CACHE_DIR", "UV_CACHE_DIR", "NPM_CONFIG_CACHE", "npm_config_cache", "YARN_CACHE_FOLDER", "GOMODCACHE", "GOPATH",
        "CARGO_HOME", "GRADLE_USER_HOME", "MAVEN_OPTS", "COMPOSER_CACHE_DIR", "NUGET_PACKAGES", "POETRY_CACHE_DIR", "POETRY_NO_CACHE", "HOME",
    ];

    // Packages restored to these folders are read again by later steps, which a mount of one RUN does not show them.
    private static readonly string[] s_readLater = ["Go", "Cargo", "Maven", "Gradle", ".NET", "Pub"];

    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DK1005", "missing-cache-mount", Category.Cache, Severity.Info)
    {
        Since = "0.1",
        Profiles = Profiles.Strict,
        Fix = FixAvailability.Sometimes,
        Doc = new("Dependencies are installed without a cache mount.",
            "When the step runs again, everything is downloaded again. A cache mount keeps the downloads between builds and out of the image. There are two fixes: a mount that builds share, or one that a build locks while it writes, for tools that do not lock their cache themselves. For packages of the distribution there is a hint only. "
            + "Only steps that run as root are looked at, since the folder depends on the user.",
            [new("FROM node:24\nCOPY package*.json ./\nRUN npm ci\n", "FROM node:24\nCOPY package*.json ./\nRUN --mount=type=cache,target=/root/.npm npm ci\n",
                "FROM node:24\nCOPY package*.json ./\nRUN --mount=type=cache,target=/root/.npm npm ci\n"),
             new("FROM python:3.13\nRUN pip install -r requirements.txt\n", "FROM python:3.13\nRUN pip install --no-cache-dir -r requirements.txt\n",
                "FROM python:3.13\nRUN --mount=type=cache,target=/root/.cache/pip pip install -r requirements.txt\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Script(static (script, context) =>
    {
        if (script.IsTrigger || (script.Before.HasUser && script.Before.User is not ("root" or "0" or "root:root" or "0:0")))
        {
            return;
        }

        var hasMount = script.Instruction.Flags.Any(flag => flag is { Name: "mount", Value: { } mount } && mount.Contains("type=cache", StringComparison.Ordinal));
        foreach (var use in hasMount ? [] : script.Commands)
        {
            if (PackageCommand.Read(use) is { Action: PackageAction.Install } && use.Command.Name is { } manager && s_system.TryGetValue(manager, out var kept) && !use.Arguments.Contains("--no-cache"))
            {
                context.Report(use.NameSpan, $"{manager} downloads everything again when this step runs again: a cache mount on {kept} with sharing=locked keeps it");
                return;
            }

            if (InstallReader.Read(use) is not { } install || !s_folders.TryGetValue(use.Command.Name == "uv" ? "uv" : install.Ecosystem, out var folders) || IsOff(script, install))
            {
                continue;
            }

            var message = $"{use.Command.Name} downloads everything again when this step runs again: a cache mount on {folders[0]} keeps it";
            var uses = context.Get<CacheFolderUses>();
            var mounted = IsShared(script, folders, uses) || script.Programs.Any(ManagesCache) ? [] : Mountable(script, install, folders, uses);
            context.Report(use.NameSpan, message, mounted.Length == 0 ? [] :
            [
                .. Mount(script, install.Ecosystem, mounted, "", "mount a cache"),
                .. Mount(script, install.Ecosystem, mounted, ",sharing=locked", "mount a cache that one build at a time uses"),
            ]);
            return;
        }
    });

    // A mount must neither keep from later steps what they read, nor hide what an earlier step has left in the folder: a build that is
    // told to stay offline would find nothing.
    private static string[] Mountable(ScriptUse script, DependencyInstall install, string[] folders, CacheFolderUses uses)
    {
        if (!s_readLater.Contains(install.Ecosystem))
        {
            return folders;
        }

        return !install.IsImplied ? []
            : !uses.IsFilledBefore(script, install.Ecosystem) ? folders
            : install.Ecosystem == "Go" ? ["/root/.cache/go-build"]
            : [];
    }

    // Settings that another step puts into the folder would be hidden by a mount, and what one reads from it would not be there.
    private static bool IsShared(ScriptUse script, string[] folders, CacheFolderUses uses) =>
        Array.Exists(folders, folder => uses.IsMentioned(script.Stage, folder[folder.LastIndexOf("/.", StringComparison.Ordinal) is >= 0 and var dot ? dot.. : 0..]));

    // A script that cleans the cache would empty the mount.
    private static bool ManagesCache(ProgramUse use) => use.Name is "npm" or "yarn" or "pnpm" or "pip" or "pip3" or "bun" or "composer" or "uv" && use.Has("cache");

    private static IReadOnlyList<Fix> Mount(ScriptUse script, string ecosystem, string[] folders, string sharing, string title)
    {
        string[] flags = [.. folders.Select(folder => $"--mount=type=cache,target={folder}{sharing}")];
        var run = script.Instruction;
        if (s_alternatives.Contains(ecosystem) && run.Heredocs.Count == 0 && ScriptEdits.EndsItsLine(run))
        {
            // The other way to keep the cache out of the image is to go without: the edit holds the command, so that only one of the two is taken.
            var lines = run.Source.Lines;
            var held = TextSpan.FromBounds(run.Keyword.Span.End, lines.GetLineSpan(lines.GetLine(run.Span.End)).End);
            return Fix.Of(title, Applicability.Unsafe, new TextEdit(held, RunLayout.Flags(run, flags) + run.Source.ToString(held)));
        }

        return ScriptEdits.AddFlags(run, flags, title, Applicability.Unsafe);
    }

    private static bool IsOff(ScriptUse script, DependencyInstall install) =>
        install.Use.Arguments.Any(word => word?.Split('=')[0] is "--no-cache-dir" or "--no-cache" or "--cache-dir" or "--cache" or "--cache-folder")
        || Array.Exists(s_settings, name => script.Before.Variables.Find(name) is { Kind: VariableKind.Env });
}
