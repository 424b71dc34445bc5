using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>What is wrong with a call of yum, dnf or a relative of theirs.</summary>
internal static class RpmTools
{
    private static readonly string[] s_changing =
    [
        "install", "groupinstall", "localinstall", "update", "upgrade", "upgrade-minimal", "update-minimal", "reinstall", "downgrade", "distro-sync", "swap",
        "remove", "erase", "autoremove", "group", "module", "builddep", "in", "up", "rei",
    ];

    private static readonly string[] s_filling =
        ["install", "groupinstall", "localinstall", "update", "upgrade", "upgrade-minimal", "reinstall", "downgrade", "builddep", "in", "up", "up-min", "rei"];

    /// <summary>A call that waits for an answer.</summary>
    internal static void CheckYes(ProgramUse use, RuleContext context)
    {
        var arguments = Tools.Yum.Read(use);
        if (!arguments.Does(s_changing)
            || (arguments.Does("group", "module") && arguments.Operands is not [_, { Value: "install" or "update" or "remove" or "enable" or "reset" }, ..])
            || use.HasUnknown
            || arguments.Has("y", "assumeyes", "assumeno", "h", "help")
            || arguments.Options.Any(option => option is { Name: "setopt", Value: { } value } && value.StartsWith("assumeyes", StringComparison.Ordinal))
            || context.IsFedBy(use, "yes") || context.IsMentioned(use.Script, "assumeyes"))
        {
            return;
        }

        context.Report(
            use.NameSpan, $"{use.Name} {arguments.Action} without -y waits for an answer", ScriptEdits.AddOption(use, arguments, "-y", context.Get<ForgivenFailures>().ApplicabilityOfAnswer(use)));
    }

    /// <summary>A script that leaves the cache in a layer.</summary>
    internal static void CheckCache(ScriptUse script, RuleContext context, params string[] tools)
    {
        var last = script.Named(tools).LastOrDefault(use => Tools.Yum.Read(use).Does(s_filling));
        if (last is not null && !context.IsFollowedBy(last, Cleans)
            && !RunMounts.KeepsOut(script.Instruction, "/var/cache/yum") && !RunMounts.KeepsOut(script.Instruction, "/var/cache/dnf")
            && !RunMounts.KeepsOut(script.Instruction, "/var/cache/libdnf5") && context.IsShipped(script))
        {
            context.Report(
                last.NameSpan,
                $"the cache of {last.Name} stays in the image: end with {last.Name} clean all, or use a cache mount",
                IsCacheUsed(script, context) ? [] : CacheCleanup.AsRoot(script, $"{last.Name} clean all", Applicability.Safe));
        }
    }

    private static bool IsCacheUsed(ScriptUse script, RuleContext context) => KeepsPackages(script)
        || context.Get<LeftFiles>().AreUsedBehind(script, "/var/cache/dnf", "dnf", UsesCache)
        || context.Get<LeftFiles>().AreUsedBehind(script, "/var/cache/yum", "yum", UsesCache);

    // Packages that are downloaded only, or kept, are there to be used.
    private static bool KeepsPackages(ScriptUse script) =>
        script.Text.Text.Contains("downloadonly", StringComparison.OrdinalIgnoreCase) || script.Text.Text.Contains("keepcache", StringComparison.Ordinal);

    private static bool UsesCache(ScriptUse script) => script.Named("yum", "dnf", "dnf5", "microdnf", "tdnf").Any(use => Tools.Yum.Read(use).Has("C", "cacheonly"));

    /// <summary>Packages or modules without versions.</summary>
    internal static void CheckPins(ProgramUse use, RuleContext context)
    {
        var arguments = Tools.Yum.Read(use);
        if (arguments.Does("install", "in"))
        {
            PackagePins.Report(context, use, arguments.Rest, IsPinned, "package-version");
        }
        else if (arguments.Does("module") && arguments.Operands is [_, { Value: "install" }, ..])
        {
            PackagePins.Report(context, use, arguments.Rest.Skip(1), module => module.Contains(':', StringComparison.Ordinal), "module:stream");
        }
    }

    private static bool Cleans(ProgramUse use) => use.Removes("/var/cache/yum", "/var/cache/dnf", "/var/cache/libdnf5")
        || (use.Name is "yum" or "dnf" or "microdnf" or "dnf5" or "tdnf" && Tools.Yum.Read(use).Does("clean"));

    // A group, a path or address, a relation to a version, or a part behind a hyphen that begins like a version.
    private static bool IsPinned(string name) => name.StartsWith('@') || name.AsSpan().IndexOfAny("/=<>") >= 0
        || name.EndsWith(".rpm", StringComparison.Ordinal)
        || name.Split('-').Skip(1).Any(part => part is [>= '0' and <= '9', ..]);
}
