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
        Aliases = ["DS-0025", "DKL-DI-0004"],
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

        context.Report(use.NameSpan, "apk add without --no-cache leaves the package index in the image", ScriptEdits.AddOption(use, arguments, "--no-cache", Applicability.Safe));
    }
}
