using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>What is wrong with a call of yum, dnf or a relative of theirs, which are one tool with two sets of rules.</summary>
internal static class RpmOffences
{
    private const string TinyName = "tdnf";

    private static readonly string[] s_tiny = ["/var/cache/tdnf"];
    private static readonly string[] s_folders = ["/var/cache/yum", "/var/cache/dnf", "/var/cache/libdnf5"];

    /// <summary>Whether the tool is called by the name of its ancestor.</summary>
    internal static bool IsYum(InvocationUse use) => use.Invocation.Name == "yum";

    /// <summary>Whether a command is yum's and fills the cache.</summary>
    internal static bool FillsCacheOfYum(InvocationUse use) => IsYum(use) && FillsCache(use);

    /// <summary>Whether a command is that of dnf or a relative and fills the cache.</summary>
    internal static bool FillsCacheOfDnf(InvocationUse use) => !IsYum(use) && FillsCache(use);

    /// <summary>A call that waits for an answer.</summary>
    internal static void CheckYes(InvocationUse use, RuleContext context)
    {
        if (Questions.AreAsked(use, context) && !IsSet(use.Invocation) && !context.IsMentioned(use, "assumeyes"))
        {
            Questions.Report(use, context, "-y");
        }
    }

    /// <summary>A RUN that leaves the cache in a layer: reported at the last command that fills it.</summary>
    internal static void CheckCache(InvocationUse use, RuleContext context, Func<InvocationUse, bool> fills)
    {
        if (fills(use) && context.IsLast(use, fills) && !context.IsFollowedBy(use, Cleans)
            && !Array.Exists(FoldersOf(use), folder => RunMounts.KeepsOut(use.RunOf(), folder)) && context.IsShipped(use))
        {
            var name = use.Invocation.Name;
            context.Report(
                use.Invocation.NameSpan,
                $"the cache of {name} stays in the image: end with {name} clean all, or use a cache mount",
                IsCacheUsed(use, context) ? [] : CacheCleanup.AsRoot(use, $"{name} clean all", Applicability.Safe));
        }
    }

    /// <summary>Packages or modules without versions.</summary>
    internal static void CheckPins(InvocationUse use, RuleContext context)
    {
        if (use.Invocation.VerbName == "install")
        {
            PackagePins.Report(context, use, PackageKind.System, IsPinned, "package-version");
        }
        else if (use.Invocation.VerbName == "module install")
        {
            PackagePins.Report(context, use, PackageKind.System,
                static module => module.Word.Text.Contains(':', StringComparison.Ordinal), "module:stream");
        }
    }

    private static bool IsSet(Invocation command)
    {
        foreach (var option in command.Options)
        {
            if (option.Value?.Text.StartsWith("assumeyes", StringComparison.Ordinal) == true)
            {
                return true;
            }
        }

        return false;
    }

    private static bool FillsCache(InvocationUse use) =>
        use.Invocation is { } command && command.Tool == RpmTools.Dnf && command.IsToldTo(EffectKind.Installs);

    private static bool IsCacheUsed(InvocationUse use, RuleContext context) => KeepsPackages(use)
        || context.Get<LeftFiles>().AreUsedBehind(use, "/var/cache/dnf", UsesCache)
        || context.Get<LeftFiles>().AreUsedBehind(use, "/var/cache/yum", UsesCache)
        || context.Get<LeftFiles>().AreUsedBehind(use, s_tiny[0], UsesCache);

    // Packages that are downloaded only, or kept, are there to be used.
    private static bool KeepsPackages(InvocationUse use) => use.Instruction.LogicalText is var text
        && (text.Contains("downloadonly", StringComparison.OrdinalIgnoreCase) || text.Contains("keepcache", StringComparison.Ordinal));

    private static bool UsesCache(IEnumerable<InvocationUse> commands) =>
        commands.Any(use => use.Invocation.Tool == RpmTools.Dnf && use.Invocation.Has(OptionRole.Offline));

    // The small one of Photon and Azure Linux keeps its cache to itself.
    private static string[] FoldersOf(InvocationUse use) => use.Invocation.Name == TinyName ? s_tiny : s_folders;

    private static bool Cleans(InvocationUse use) => use.MayRemove(s_folders) || use.MayRemove(s_tiny)
        || use.Invocation.Does(RpmTools.Dnf, "clean");

    // A group, a path or address, a relation to a version, or a version behind the name. Names hold hyphens and digits themselves
    // (java-17-openjdk): the last part begins like a version, or like the release behind one, and what follows a name does not.
    private static bool IsPinned(PackageRequest package) => package is not { Origin: PackageOrigin.Registry, Version: null }
        || package.Name.Contains('/', StringComparison.Ordinal)
        || (package.Name.LastIndexOf('-') is > 0 and var hyphen && package.Name.AsSpan(hyphen + 1) is [>= '0' and <= '9', ..]);
}
