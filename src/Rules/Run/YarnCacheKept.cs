using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>DL3060.</summary>
public sealed class YarnCacheKept : Rule
{
    private static readonly string[] s_modern = ["corepack", ".yarn", "yarn set version", "--immutable", "yarnpkg/berry", "yarn@2", "yarn@3", "yarn@4", "--offline"];

    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DL3060", "yarn-cache-kept", Category.Size, Severity.Info)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Fix = FixAvailability.Sometimes,
        Doc = new("yarn install keeps its cache in the image.",
            "Nothing reads the cache again. The fix is unsafe, since from version 2 on yarn may run the program from its cache. Add yarn cache clean to the same RUN, or keep the cache out of the image in a cache mount. Stages whose layers are not shipped are not looked at.",
            [new("FROM node:24\nRUN yarn install\n", "FROM node:24\nRUN yarn install && yarn cache clean\n", "FROM node:24\nRUN yarn install && yarn cache clean\n"),
             new("FROM node:24\nRUN yarn --frozen-lockfile\n", "FROM node:24\nRUN --mount=type=cache,target=/usr/local/share/.cache yarn --frozen-lockfile\n", "FROM node:24\nRUN yarn --frozen-lockfile && yarn cache clean\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Script(static (script, context) =>
    {
        var last = script.Named("yarn").LastOrDefault(Installs);
        if (last is null || context.IsFollowedBy(last, Cleans) || !context.IsShipped(script) || IsKeptOut(script, last))
        {
            return;
        }

        context.Report(
            last.NameSpan,
            "yarn keeps its cache in the image: end with yarn cache clean, or use a cache mount",
            IsCacheUsed(script, context) ? [] : ScriptEdits.Append(script, "yarn cache clean", Applicability.Unsafe));
    });

    // From version 2 on the cache may be the place the program is run from, and yarn cache clean empties that.
    private static bool IsCacheUsed(ScriptUse script, RuleContext context) =>
        script.Stage.Chain.SelectMany(stage => stage.Steps).Any(step => MayBeModern(step.Action.LogicalText))
        || context.Get<LeftFiles>().AreUsedBehind(script, "/usr/local/share/.cache/yarn", "yarn", UsesOffline);

    private static bool MayBeModern(string text) => s_modern.Any(mark => text.Contains(mark, StringComparison.Ordinal));

    private static bool UsesOffline(ScriptUse script) => script.Named("yarn").Any(use => use.Has("--offline") || use.Has("--prefer-offline"));

    private static bool Installs(ProgramUse use)
    {
        var arguments = Tools.Npm.Read(use);
        return (arguments.Operands.Count == 0 && !arguments.Has("v", "version", "h", "help")) || arguments.Does("install", "add")
            || arguments.Operands is [{ Value: "global" }, { Value: "add" }, ..];
    }

    private static bool IsKeptOut(ScriptUse script, ProgramUse last)
    {
        var folder = Tools.Npm.Read(last).Options.FirstOrDefault(option => option.Name == "cache-folder").Value
            ?? script.Before.Variables.Find("YARN_CACHE_FOLDER")?.Value.Text;
        return folder?.StartsWith("/dev/", StringComparison.Ordinal) == true || folder?.StartsWith("/tmp", StringComparison.Ordinal) == true
            || RunMounts.Covers(script.Instruction, ".cache/yarn") || RunMounts.Covers(script.Instruction, ".yarn")
            || RunMounts.KeepsOut(script.Instruction, folder ?? "/usr/local/share/.cache/yarn") || RunMounts.KeepsOut(script.Instruction, "~/.cache/yarn");
    }

    private static bool Cleans(ProgramUse use) => (use.Name == "yarn" && use.Has("cache") && use.Has("clean")) || use.Removes(".cache/yarn", "/usr/local/share/.cache", ".yarn/berry");
}
