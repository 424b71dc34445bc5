using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class AptListsKept : Rule
{
    private const string Lists = "/var/lib/apt/lists";

    private static readonly string[] s_without = ["clean", "autoclean", "remove", "purge", "autoremove", "distclean"];

    public override RuleInfo Info { get; } = new("DL3009", "apt-lists-kept", Category.Size, Severity.Info)
    {
        Since = "0.1",
        Confidence = Confidence.Likely,
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Sources = [RuleSource.Dockle("DKL-DI-0005")],
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "The package lists of apt stay in the image.",
            """
            They are large, soon stale, and useless in a finished image. Remove them in the same RUN, or keep them in a cache mount.
            Stages whose layers are not shipped are not looked at.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN apt-get update && apt-get install -y curl
                    """,
                    Good: """
                    FROM debian:12
                    RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
                    """),
                new(
                    Bad: """
                    FROM debian:12 AS one
                    RUN apt-get update
                    FROM alpine:3.22 AS two
                    """,
                    Good: """
                    FROM debian:12
                    RUN --mount=type=cache,target=/var/lib/apt/lists --mount=type=cache,target=/var/cache/apt apt-get update
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    RUN rm -rf /tmp/x && apt-get update
                    """,
                    Good: """
                    FROM debian:12
                    RUN apt-get update && apt-get install -y curl && apt-get dist-clean
                    """),
            ])
        {
            Remedy = """
                End the `RUN` with `&& rm -rf /var/lib/apt/lists/*`, or add
                `--mount=type=cache,target=/var/lib/apt/lists,sharing=locked`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Invocation(AptTools.Apt, ["update"], static (use, context) =>
    {
        if (context.IsFirst(use, IsUpdate) && !context.IsFollowedBy(use, Cleans) && !RunMounts.KeepsOut(use.RunOf(), Lists)
            && context.IsShipped(use))
        {
            context.Report(use.Invocation.NameSpan,
                $"the package lists stay in the image: update, install and remove {Lists}/* in one RUN, or use a cache mount",
                Fixes(use, context));
        }
    });

    private static bool IsUpdate(InvocationUse use) => use.Invocation.Does(AptTools.Apt, "update");

    private static bool Cleans(InvocationUse use) => use.MayRemove(Lists) || use.Invocation.Does(AptTools.Apt, "distclean");

    private static IReadOnlyList<Fix> Fixes(InvocationUse use, RuleContext context)
    {
        // A later step that installs from these lists needs them in the image.
        var run = use.RunOf();
        return context.Get<LeftFiles>().AreUsedBehind(use, Lists, UsesLists) || !context.Model.InvocationsOf(run).Any(IsInstall)
            ? []
            :
            [
                .. CacheCleanup.AsRoot(
                    use,
                    $"rm -rf {Lists}/*",
                    WritesInstaller(run, context) ? Applicability.Unsafe : CacheCleanup.Applicability(use, context)),
                .. ScriptEdits.AddFlags(
                    run,
                    ["--mount=type=cache,target=/var/cache/apt,sharing=locked", $"--mount=type=cache,target={Lists},sharing=locked"],
                    "keep the lists and archives in cache mounts",
                    Applicability.Unsafe),
            ];
    }

    // A script that is written here and installs later: the text of a command names the program that is no command here.
    private static bool WritesInstaller(RunInstruction run, RuleContext context) =>
        context.Model.InvocationsOf(run).Any(use => use.Invocation is { ScriptWord: null } command
            && command.Tool != AptTools.Apt && Names(command));

    private static bool Names(Invocation command)
    {
        foreach (var word in command.Arguments)
        {
            if (word.Text.Contains(AptTools.Apt.Name + " ", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsInstall(InvocationUse use) => use.Invocation.Does(AptTools.Apt, "install");

    // What needs lists and has not fetched them itself before.
    private static bool UsesLists(IEnumerable<InvocationUse> commands) =>
        commands.FirstOrDefault(use => ReadsLists(use.Invocation)) is { } first && !IsUpdate(first);

    private static bool ReadsLists(Invocation command) => command.Tool == AptTools.Apt
        ? !command.Does(AptTools.Apt, s_without)
        : command.Effects.Any(effect => effect.Kind == EffectKind.Reads && effect.Spec.Paths.Contains(Lists));
}
