using System.Collections.Immutable;
using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class MissingCacheMount : Rule
{
    public override RuleInfo Info { get; } = new("DK1005", "missing-cache-mount", Category.Cache, Severity.Info)
    {
        Since = "0.1",
        Profiles = Profiles.Strict,
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "Dependencies are installed without a cache mount.",
            """
            When the step runs again, everything is downloaded again. A cache mount keeps the downloads between builds and out of the
            image. There are two fixes: a mount that builds share, or one that a build locks while it writes, for tools that do not lock
            their cache themselves. For packages of the distribution there is a hint only. Only steps that run as root are looked at,
            since the folder depends on the user.
            """,
            [
                new(
                    Bad: """
                    FROM node:24
                    COPY package*.json ./
                    RUN npm ci
                    """,
                    Good: """
                    FROM node:24
                    COPY package*.json ./
                    RUN --mount=type=cache,target=/root/.npm npm ci
                    """,
                    Fixed: """
                    FROM node:24
                    COPY package*.json ./
                    RUN --mount=type=cache,target=/root/.npm npm ci
                    """),
                new(
                    Bad: """
                    FROM python:3.13
                    RUN pip install -r requirements.txt
                    """,
                    Good: """
                    FROM python:3.13
                    RUN pip install --no-cache-dir -r requirements.txt
                    """,
                    Fixed: """
                    FROM python:3.13
                    RUN --mount=type=cache,target=/root/.cache/pip pip install -r requirements.txt
                    """),
            ])
        {
            Remedy = """
                Mount the folder that the message names, as in `RUN --mount=type=cache,target=/root/.npm npm ci`, and add
                `sharing=locked` for `apt-get` and other package managers of the system. Ignore the rule where every build starts on an
                empty machine.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Instruction<RunInstruction>(static (run, context) =>
    {
        var hasMount =
            run.Flags.Any(flag => flag is { Name: "mount", Value: { } mount } && mount.Contains("type=cache", StringComparison.Ordinal));
        foreach (var use in hasMount ? [] : context.Model.InvocationsOf(run))
        {
            var call = use.Invocation;
            if (call.Tool is not { CacheFolders: [_, ..] folders } tool || !IsRoot(use) || IsOff(use, tool))
            {
                continue;
            }

            var message = $"{call.Name} downloads everything again when this step runs again: a cache mount on {FolderOf(call, folders)}";
            if (call.Find(EffectKind.Installs) is { Spec.Packages: PackageKind.System } && call.Cost == CostClass.SystemPackages)
            {
                // No fix is offered for these: images remove what apt downloads (/etc/apt/apt.conf.d/docker-clean), and scripts what the
                // others keep.
                context.Report(call.NameSpan, message + " with sharing=locked keeps it");
                return;
            }

            if (InstallReader.Read(use) is { } install)
            {
                var uses = context.Get<CacheFolderUses>();
                var mounted = IsShared(use, folders, uses) || context.Model.InvocationsOf(run).Any(ManagesCache) ? []
                    : Mountable(use, install, uses);
                context.Report(call.NameSpan, message + " keeps it", mounted.Count == 0 ? [] :
                [
                    .. Mount(run, tool, mounted, "", "mount a cache"),
                    .. Mount(run, tool, mounted, ",sharing=locked", "mount a cache that one build at a time uses"),
                ]);
                return;
            }
        }
    });

    // yum and tdnf have each a folder of its own name.
    private static string FolderOf(Invocation call, ImmutableArray<string> folders) =>
        folders.FirstOrDefault(folder => folder.EndsWith("/" + call.Name, StringComparison.Ordinal)) ?? folders[0];

    // Only steps that run as root are looked at, since the folder depends on the user.
    private static bool IsRoot(InvocationUse use) =>
        !use.IsTrigger && (!use.Before.HasUser || use.Before.User is "root" or "0" or "root:root" or "0:0")
        && use.Invocation.Wrappers.All(wrapper =>
            wrapper.Tool != WrapperTools.Gosu && wrapper.Option(OptionRole.User) is null or { KnownValue: "root" or "0" });

    // A mount must neither keep from later steps what they read, nor hide what an earlier step has left in the folder: a build that is
    // told to stay offline would find nothing.
    private static IReadOnlyList<string> Mountable(InvocationUse use, DependencyInstall install, CacheFolderUses uses) =>
        use.Invocation.Tool is not { } tool ? []
        : !tool.InstallsIntoCache ? tool.CacheFolders
        : !install.IsImplied ? []
        : !uses.IsFilledBefore(use, install.Ecosystem) ? tool.CacheFolders
        : tool.CompilerCacheFolders;

    // Settings that another step puts into the folder would be hidden by a mount, and what one reads from it would not be there.
    private static bool IsShared(InvocationUse use, ImmutableArray<string> folders, CacheFolderUses uses) =>
        folders.Any(folder =>
            uses.IsMentioned(use.Stage, folder[folder.LastIndexOf("/.", StringComparison.Ordinal) is >= 0 and var dot ? dot.. : 0..]));

    // A script that cleans the cache would empty the mount.
    private static bool ManagesCache(InvocationUse use) => use.Invocation.Does(EffectKind.CleansCache);

    private static IReadOnlyList<Fix> Mount(RunInstruction run, ToolSpec tool, IReadOnlyList<string> folders, string sharing, string title)
    {
        string[] flags = [.. folders.Select(folder => $"--mount=type=cache,target={folder}{sharing}")];
        if ((tool == PythonTools.Pip || tool == NodeTools.Yarn) && run.Heredocs.Count == 0 && ScriptEdits.EndsItsLine(run))
        {
            // The other way to keep the cache out of the image is to go without: the edit holds the command, so that only one of the two is
            // taken.
            var lines = run.Source.Lines;
            var held = TextSpan.FromBounds(run.Keyword.Span.End, lines.GetLineSpan(lines.GetLine(run.Span.End)).End);
            return Fix.Of(title, Applicability.Unsafe, new TextEdit(held, RunLayout.Flags(run, flags) + run.Source.ToString(held)));
        }

        return ScriptEdits.AddFlags(run, flags, title, Applicability.Unsafe);
    }

    // Options and settings after which the folders are others, or there are none.
    private static bool IsOff(InvocationUse use, ToolSpec tool) =>
        use.Invocation.Has(OptionRole.NoCache) || use.Invocation.Has(OptionRole.CacheFolder)
        || tool.CacheVariables.Append("HOME").Any(name => use.Before.Variables.Find(name) is { Kind: VariableKind.Env }
            || use.Invocation.Environment.Any(setting => setting.Name == name));
}
