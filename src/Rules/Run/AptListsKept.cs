using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>DL3009.</summary>
public sealed class AptListsKept : Rule
{
    private const string Lists = "/var/lib/apt/lists";

    private static readonly string[] s_readers =
        ["apt-cache", "apt-file", "gdebi", "mk-build-deps", "rosdep", "tasksel", "unattended-upgrade", "synaptic", "wajig", "nala"];

    private static readonly string[] s_without = ["clean", "autoclean", "remove", "purge", "autoremove", "dist-clean", "distclean"];

    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DL3009", "apt-lists-kept", Category.Size, Severity.Info)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Sources = [RuleSource.Dockle("DKL-DI-0005")],
        Fix = FixAvailability.Sometimes,
        Doc = new("The package lists of apt stay in the image.",
            "They are large, soon stale, and useless in a finished image. Remove them in the same RUN, or keep them in a cache mount. Stages whose layers are not shipped are not looked at.",
            [new("FROM debian:12\nRUN apt-get update && apt-get install -y curl\n", "FROM debian:12\nRUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*\n"),
             new("FROM debian:12 AS one\nRUN apt-get update\nFROM alpine:3.22 AS two\n", "FROM debian:12\nRUN --mount=type=cache,target=/var/lib/apt/lists --mount=type=cache,target=/var/cache/apt apt-get update\n"),
             new("FROM debian:12\nRUN rm -rf /tmp/x && apt-get update\n", "FROM debian:12\nRUN apt-get update && apt-get install -y curl && apt-get dist-clean\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Script(static (script, context) =>
    {
        if (script.Named("apt-get", "apt", "aptitude").FirstOrDefault(IsUpdate) is { } update && !context.IsFollowedBy(update, Cleans)
            && !RunMounts.KeepsOut(script.Instruction, Lists) && context.IsShipped(script))
        {
            context.Report(update.NameSpan, $"the package lists stay in the image: remove {Lists}/* in the same RUN, or use a cache mount", Fixes(script, context));
        }
    });

    private static bool IsUpdate(ProgramUse use) => Tools.Apt.Read(use).Does("update");

    private static bool Cleans(ProgramUse use) => use.Removes(Lists)
        || (use.Name is "apt-get" or "apt" && Tools.Apt.Read(use).Does("dist-clean", "distclean"));

    private static IReadOnlyList<Fix> Fixes(ScriptUse script, RuleContext context)
    {
        // A later step that installs from these lists needs them in the image.
        return context.Get<LeftFiles>().AreUsedBehind(script, Lists, "apt", UsesLists) || !script.Programs.Any(IsInstall)
            ? []
            :
            [
                .. CacheCleanup.AsRoot(
                    script, $"rm -rf {Lists}/*", WritesInstaller(script) ? Applicability.Unsafe : CacheCleanup.Applicability(script, context)),
                .. ScriptEdits.AddFlags(
                    script.Instruction,
                    ["--mount=type=cache,target=/var/cache/apt,sharing=locked", $"--mount=type=cache,target={Lists},sharing=locked"],
                    "keep the lists and archives in cache mounts",
                    Applicability.Unsafe),
            ];
    }

    // A script that is written here and installs later: the text of a command names the program that is no command here.
    private static bool WritesInstaller(ScriptUse script) => script.Programs.Any(use => use.Name is not ("apt-get" or "apt" or "aptitude")
        && use.Arguments.Any(argument => argument.Value?.Contains("apt-get ", StringComparison.Ordinal) == true));

    private static bool IsInstall(ProgramUse use) => use.Name is "apt-get" or "apt" or "aptitude" && Tools.Apt.Read(use).Does("install");

    // What needs lists and has not fetched them itself before.
    private static bool UsesLists(ScriptUse script)
    {
        var first = script.Programs.FirstOrDefault(use => s_readers.Contains(use.Name) || use.Name is "apt-get" or "apt" or "aptitude" && !Tools.Apt.Read(use).Does(s_without));
        return first is not null && !IsUpdate(first);
    }
}
