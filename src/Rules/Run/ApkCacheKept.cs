using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>DL3019.</summary>
public sealed class ApkCacheKept : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DL3019", "apk-cache-kept", Category.Size, Severity.Info)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Sources = [RuleSource.Trivy("DS-0025"), RuleSource.Dockle("DKL-DI-0004")],
        Fix = FixAvailability.Sometimes,
        Doc = new("apk add keeps the package index in the image.",
            "With --no-cache apk fetches the index anew and leaves none behind. A cache mount or a removal in the same RUN serves as well. Stages whose layers are not shipped are not looked at.",
            [new("FROM alpine:3.22\nRUN apk add curl\n", "FROM alpine:3.22\nRUN apk add --no-cache curl\n", "FROM alpine:3.22\nRUN apk add --no-cache curl\n"),
             new("FROM alpine:3.22\nRUN apk add curl\n", "FROM alpine:3.22\nRUN apk add curl && rm -rf /var/cache/apk/*\n", "FROM alpine:3.22\nRUN apk add --no-cache curl\n"),
             new("FROM alpine:3.22\nRUN apk add curl\n", "FROM alpine:3.22\nRUN --mount=type=cache,target=/etc/apk/cache apk add curl\n", "FROM alpine:3.22\nRUN apk add --no-cache curl\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Script(static (script, context) =>
    {
        foreach (var use in script.Named("apk"))
        {
            Check(use, context);
        }
    });

    private static void Check(ProgramUse use, RuleContext context)
    {
        var arguments = Tools.Apk.Read(use);
        if (!arguments.Does("add") || arguments.Has("no-cache", "cache-dir") || use.Arguments.Any(argument => argument.Value is null && argument.Word.Parts.Length == 1)
            || context.IsFollowedBy(use, static other => other.Removes("/var/cache/apk", "/etc/apk/cache"))
            || RunMounts.KeepsOut(use.Instruction, "/var/cache/apk") || RunMounts.KeepsOut(use.Instruction, "/etc/apk/cache")
            || !context.IsShipped(use.Script))
        {
            return;
        }

        context.Report(use.NameSpan, "apk add without --no-cache leaves the package index in the image",
            IsCacheUsed(use, arguments, context) ? [] : ScriptEdits.AddOption(
            use, arguments, "--no-cache", arguments.Has("U", "update", "update-cache") ? CacheCleanup.Applicability(use.Script, context) : Applicability.Safe));
    }

    // The index that this command fetches may be what a later one reads; a cache somebody set up on purpose is there to be used.
    private static bool IsCacheUsed(ProgramUse use, ParsedArguments arguments, RuleContext context) => arguments.Has("no-network")
        || context.IsMentioned(use.Script, "/etc/apk/cache") || context.IsMentioned(use.Script, "apkcache")
        || (arguments.Has("U", "update", "update-cache") && (IsFollowedByReader(use) || context.Get<LeftFiles>().AreUsedBehind(use.Script, "/var/cache/apk", "apk", ReadsIndex)));

    private static bool IsFollowedByReader(ProgramUse use) =>
        use.Script.Named("apk").SkipWhile(other => other != use).Skip(1).Any(other => ReadsIndex(other) || Tools.Apk.Read(other).Does("update"));

    private static bool ReadsIndex(ScriptUse script) => script.Named("apk").FirstOrDefault(use => ReadsIndex(use) || Tools.Apk.Read(use).Does("update")) is { } first && ReadsIndex(first);

    private static bool ReadsIndex(ProgramUse use)
    {
        var arguments = Tools.Apk.Read(use);
        return arguments.Does("add", "upgrade", "fix", "fetch", "search", "policy", "list", "info") && !arguments.Has("no-cache", "U", "update", "update-cache");
    }
}
