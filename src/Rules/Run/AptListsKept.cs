using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>DL3009.</summary>
public sealed class AptListsKept : Rule
{
    private const string Lists = "/var/lib/apt/lists";

    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DL3009", "apt-lists-kept", Category.Size, Severity.Info)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Aliases = ["DKL-DI-0005"],
        Doc = new("The package lists of apt stay in the image.",
            "They are large, soon stale, and useless in a finished image. Remove them in the same RUN, or keep them in a cache mount. Stages whose layers are not shipped are not looked at.",
            [new("FROM debian:12\nRUN apt-get update && apt-get install -y curl\n",
                 "FROM debian:12\nRUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*\n"),
             new("FROM debian:12 AS one\nRUN apt-get update\nFROM alpine:3.22 AS two\n",
                 "FROM debian:12\nRUN --mount=type=cache,target=/var/lib/apt/lists --mount=type=cache,target=/var/cache/apt apt-get update\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Script(static (script, context) =>
    {
        if (script.Commands.FirstOrDefault(IsUpdate) is not { } update || script.Commands.Any(Removes)
            || RunMounts.Covers(script.Instruction, Lists)
            || (RunMounts.Covers(script.Instruction, "/var/lib/apt") && RunMounts.Covers(script.Instruction, "/var/cache/apt"))
            || !(script.IsTrigger || context.Model.IsShipped(script.Stage)))
        {
            return;
        }

        context.Report(update.NameSpan, $"the package lists stay in the image: remove {Lists}/* in the same RUN, or use a cache mount");
    });

    private static bool IsUpdate(CommandUse use) => use.Command.Name is "apt-get" or "apt" or "aptitude"
        && use.Arguments.FirstOrDefault(word => word is null or not ['-', ..]) == "update";

    private static bool Removes(CommandUse use) => use.Command.Name switch
    {
        "rm" => use.Arguments.Any(word => word is null || word.StartsWith(Lists, StringComparison.Ordinal) || word is "/var/lib/apt" or "/var/lib/apt/" or "/var/lib/apt/*"),
        "find" => use.Arguments.Any(word => word?.StartsWith(Lists, StringComparison.Ordinal) == true),
        "apt-get" or "apt" => use.Arguments.Contains("dist-clean") || use.Arguments.Contains("distclean"),
        _ => false,
    };
}
