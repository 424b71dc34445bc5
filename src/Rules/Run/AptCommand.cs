using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax.Shell;
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
        Sources = [RuleSource.Checkov("CKV2_DOCKER_9")],
        Fix = FixAvailability.Sometimes,
        Doc = new("apt in a script.",
            "apt is made for people at a terminal and says itself that its command line is not stable. Scripts use apt-get and apt-cache.",
            [new("FROM debian:12\nRUN apt install -y curl\n", "FROM debian:12\nRUN apt-get install -y curl\n", "FROM debian:12\nRUN apt-get install -y curl\n"),
             new("FROM debian:12\nRUN apt show curl\n", "FROM debian:12\nRUN apt-cache show curl\n", "FROM debian:12\nRUN apt-cache show curl\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Script(static (script, context) =>
    {
        foreach (var use in script.Named("apt"))
        {
            Check(use, context);
        }
    });

    private static void Check(ProgramUse use, RuleContext context)
    {
        var arguments = Tools.Apt.Read(use);
        var replacement = arguments.Action is not { } action ? null : s_get.Contains(action) ? "apt-get" : s_cache.Contains(action) ? "apt-cache" : null;
        var fixes = replacement is not null && use.Text.IsExact(use.NameWord.Span) && use.NameWord.LiteralValue == "apt"
            ? Replace(use, arguments, replacement, IsToldApart(use, context) ? Applicability.Unsafe : Applicability.Safe)
            : [];

        // The rules on apt-get look at the command only under its new name.
        fixes = [.. fixes.Select(fix => fix with { Reveals = true })];
        context.Report(use.NameSpan, $"apt is not for scripts: use {replacement ?? "apt-get or apt-cache"}", fixes);
    }

    // Settings for apt alone, packages that apt throws away and apt-get keeps where the images' own cleaning is switched off, and output
    // that somebody reads.
    private static bool IsToldApart(ProgramUse use, RuleContext context) => context.IsMentioned(use.Script, "Binary::apt")
        || (!RunMounts.KeepsOut(use.Instruction, "/var/cache/apt")
            && (context.IsMentioned(use.Script, "docker-clean") || context.IsMentioned(use.Script, "Keep-Downloaded")))
        || use.Script.Nodes.Any(node => Keeps(node, use));

    private static bool Keeps(ShellNode node, ProgramUse use) => node switch
    {
        Pipeline { Commands.Length: > 1 } pipe => pipe.Commands.SkipLast(1).Any(command => command.SimpleCommands().Contains(use.Command)),
        SimpleCommand command when command == use.Command || command.Name == "exec" => command.Redirects.Any(redirect => IsKept(redirect, use)),
        CompoundCommand compound => compound.Redirects.Any(redirect => IsKept(redirect, use)),
        _ => false,
    };

    private static bool IsKept(Redirect redirect, ProgramUse use) =>
        redirect.Operator.Text.Contains('>', StringComparison.Ordinal)
        && use.Script.Resolve(redirect.Target) is not ("/dev/null" or "1" or "2");

    // apt upgrade also installs new packages; what apt and apt-cache print is not the same text.
    private static IReadOnlyList<Fix> Replace(ProgramUse use, ParsedArguments arguments, string replacement, Applicability applicability)
    {
        var name = new TextEdit(use.NameSpan, replacement);
        if (arguments.Action != "upgrade" || arguments.Has("with-new-pkgs", "without-new-pkgs"))
        {
            return Fix.Of($"use {replacement}", replacement == "apt-get" ? applicability : Applicability.Unsafe, name);
        }

        return ScriptEdits.AddOption(use, arguments, "--with-new-pkgs", applicability) is [{ Edits.Edits: [var option] }]
            ? Fix.Of($"use {replacement}", applicability, name, option)
            : [];
    }
}
