using Dockerlint.Linting;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>DL3027.</summary>
public sealed class AptCommand : Rule
{
    private static readonly string[] s_get =
        ["install", "update", "upgrade", "remove", "purge", "autoremove", "clean", "autoclean", "dist-upgrade", "build-dep", "source", "download"];

    private static readonly string[] s_cache = ["search", "show", "policy", "depends", "rdepends"];

    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DL3027", "apt-command", Category.Shell, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Aliases = ["CKV2_DOCKER_9"],
        Fix = FixAvailability.Sometimes,
        Doc = new("apt in a script.",
            "apt is made for people at a terminal and says itself that its command line is not stable. Scripts use apt-get and apt-cache.",
            [new("FROM debian:12\nRUN apt install -y curl\n", "FROM debian:12\nRUN apt-get install -y curl\n", "FROM debian:12\nRUN apt-get install -y curl\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Command(["apt"], static (use, context) =>
    {
        var action = use.Command.Words.Skip(1).Select(word => word.LiteralValue).FirstOrDefault(word => word is not null && !word.StartsWith('-'));
        var replacement = action is null ? null : s_get.Contains(action) ? "apt-get" : s_cache.Contains(action) ? "apt-cache" : null;
        Fix[] fixes = replacement is not null && use.Text.IsExact(use.Command.Words[0].Span)
            && EditSet.TryCreate([new TextEdit(use.NameSpan, replacement)], out var edits)
            ? [new Fix($"use {replacement}", edits!, Applicability.Safe) { Reveals = true }]
            : [];
        context.Report(use.NameSpan, $"apt is not for scripts: use {replacement ?? "apt-get or apt-cache"}", fixes);
    });
}
