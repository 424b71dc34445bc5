using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

internal sealed class YarnCacheKept : Rule
{
    private static readonly string[] s_modern =
        ["corepack", ".yarn", "yarn set version", "--immutable", "yarnpkg/berry", "yarn@2", "yarn@3", "yarn@4", "--offline"];

    public override RuleInfo Info { get; } = new("DL3060", "yarn-cache-kept", Category.Size, Severity.Info)
    {
        Since = "0.1",
        Confidence = Confidence.Likely,
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "yarn install keeps its cache in the image.",
            """
            Nothing reads the cache again. The fix is unsafe, since from version 2 on yarn may run the program from its cache. Add yarn
            cache clean to the same RUN, or keep the cache out of the image in a cache mount. Stages whose layers are not shipped are
            not looked at.
            """,
            [
                new(
                    Bad: """
                    FROM node:24
                    RUN yarn install
                    """,
                    Good: """
                    FROM node:24
                    RUN yarn install && yarn cache clean
                    """,
                    Fixed: """
                    FROM node:24
                    RUN yarn install && yarn cache clean
                    """),
                new(
                    Bad: """
                    FROM node:24
                    RUN yarn --frozen-lockfile
                    """,
                    Good: """
                    FROM node:24
                    RUN --mount=type=cache,target=/usr/local/share/.cache yarn --frozen-lockfile
                    """,
                    Fixed: """
                    FROM node:24
                    RUN yarn --frozen-lockfile && yarn cache clean
                    """),
            ])
        {
            Remedy = """
                Write `yarn install && yarn cache clean`, or add `--mount=type=cache,target=/usr/local/share/.cache/yarn`. If Yarn 2 or
                newer runs the program from its cache, keep it and ignore the finding.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Invocation(NodeTools.Yarn, static (use, context) =>
    {
        if (Installs(use) && context.IsLast(use, Installs) && !context.IsFollowedBy(use, Cleans) && context.IsShipped(use)
            && !IsKeptOut(use))
        {
            context.Report(
                use.Invocation.NameSpan,
                "yarn keeps its cache in the image: end with yarn cache clean, or use a cache mount",
                IsCacheUsed(use, context) || use.Script is not { } script ? []
                    : ScriptEdits.Append(script, "yarn cache clean", Applicability.Unsafe));
        }
    });

    // From version 2 on the cache may be the place the program is run from, and yarn cache clean empties that.
    private static bool IsCacheUsed(InvocationUse use, RuleContext context) =>
        use.Stage.Chain.SelectMany(stage => stage.Steps).Any(step => MayBeModern(step.Action.LogicalText))
        || context.Get<LeftFiles>().AreUsedBehind(use, "/usr/local/share/.cache/yarn", UsesOffline);

    private static bool MayBeModern(string text) => s_modern.Any(mark => text.Contains(mark, StringComparison.Ordinal));

    private static bool UsesOffline(IEnumerable<InvocationUse> commands) => commands.Any(use => use.Invocation.Tool == NodeTools.Yarn
        && (use.Invocation.Has(OptionRole.Offline) || use.Invocation.Has("--prefer-offline")));

    private static bool Installs(InvocationUse use) => use.Invocation.Does(NodeTools.Yarn, "install", "add", "global add");

    private static bool IsKeptOut(InvocationUse use)
    {
        var folder = use.Invocation.Option(OptionRole.CacheFolder)?.KnownValue
            ?? use.Before.Variables.Find("YARN_CACHE_FOLDER")?.Value.Text;
        return folder?.StartsWith("/dev/", StringComparison.Ordinal) == true || folder?.StartsWith("/tmp", StringComparison.Ordinal) == true
            || RunMounts.Covers(use.RunOf(), ".cache/yarn") || RunMounts.Covers(use.RunOf(), ".yarn")
            || RunMounts.KeepsOut(use.RunOf(), folder ?? "/usr/local/share/.cache/yarn")
            || RunMounts.KeepsOut(use.RunOf(), "~/.cache/yarn");
    }

    private static bool Cleans(InvocationUse use) => use.Invocation.Does(NodeTools.Yarn, "cache clean", "cache clear")
        || use.MayRemove(".cache/yarn", "/usr/local/share/.cache", ".yarn/berry");
}
