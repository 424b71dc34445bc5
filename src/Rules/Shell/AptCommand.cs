using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class AptCommand : Rule
{
    private static readonly string[] s_get =
        ["install", "update", "upgrade", "remove", "purge", "autoremove", "clean", "autoclean", "dist-upgrade", "build-dep", "source",
            "download"];

    public override RuleInfo Info { get; } = new("DL3027", "apt-command", Category.Shell, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Sources = [RuleSource.Checkov("CKV2_DOCKER_9")],
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "apt in a script.",
            "apt is made for people at a terminal and says itself that its command line is not stable. Scripts use apt-get and apt-cache.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN apt install -y curl
                    """,
                    Good: """
                    FROM debian:12
                    RUN apt-get install -y curl
                    """,
                    Fixed: """
                    FROM debian:12
                    RUN apt-get install -y curl
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    RUN apt show curl
                    """,
                    Good: """
                    FROM debian:12
                    RUN apt-cache show curl
                    """,
                    Fixed: """
                    FROM debian:12
                    RUN apt-cache show curl
                    """),
            ])
        {
            Remedy = """
                Write `apt-get` for `install`, `update`, `upgrade` and `remove`, and `apt-cache` for `search`, `show` and `policy`. For
                `apt list --installed`, use `dpkg -l`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Invocation(AptTools.Apt, static (use, context) =>
    {
        // The other names of the tool are programs for scripts.
        if (use.Invocation.Name == "apt")
        {
            Check(use, context);
        }
    });

    private static void Check(InvocationUse use, RuleContext context)
    {
        var command = use.Invocation;
        var replacement = command.VerbWord?.Value is not { } action ? null
            : s_get.Contains(action) ? AptTools.Apt.Name : AptTools.AptCache.FindVerb(action) is not null ? AptTools.AptCache.Name : null;
        var isInFile = command.Text.IsExact(command.NameWord.Span)
            && command.Text.Text.AsSpan(command.NameWord.Span.Start, command.NameWord.Span.Length) is "apt";
        var fixes = replacement is not null && isInFile
            ? Replace(use, replacement, IsToldApart(use, context) ? Applicability.Unsafe : Applicability.Safe)
            : [];

        // The rules on apt-get look at the command only under its new name.
        fixes = [.. fixes.Select(fix => fix with { Reveals = true })];
        context.Report(command.NameSpan, $"apt is not for scripts: use {replacement ?? "apt-get or apt-cache"}", fixes);
    }

    // Settings for apt alone, packages that apt throws away and apt-get keeps where the images' own cleaning is switched off, and output
    // that somebody reads.
    private static bool IsToldApart(InvocationUse use, RuleContext context) => context.IsMentioned(use, "Binary::apt")
        || (!RunMounts.KeepsOut(use.RunOf(), "/var/cache/apt")
            && (context.IsMentioned(use, "docker-clean") || context.IsMentioned(use, "Keep-Downloaded")))
        || context.Get<ScriptTrees>().IsPiped(use.Invocation) || context.Get<ScriptTrees>().Any(use.Invocation, KeepsAll)
        || IsKept(use.Invocation);

    private static bool IsKept(Invocation use)
    {
        for (var command = use; command is not null; command = command.Parent)
        {
            if (command.Redirects.Any(IsKept))
            {
                return true;
            }
        }

        return false;
    }

    // What the shell itself, or several commands together, print.
    private static bool KeepsAll(ShellNode node) => node switch
    {
        SimpleCommand { Name: "exec" } command => command.Redirects.Any(IsKept),
        CompoundCommand compound => compound.Redirects.Any(IsKept),
        _ => false,
    };

    private static bool IsKept(Redirect redirect) => redirect.Operator.Text.Contains('>', StringComparison.Ordinal)
        && redirect.Target.LiteralValue is not ("/dev/null" or "1" or "2");

    // apt upgrade also installs new packages; what apt and apt-cache print is not the same text.
    private static IReadOnlyList<Fix> Replace(InvocationUse use, string replacement, Applicability applicability)
    {
        var name = new TextEdit(use.Invocation.NameSpan, replacement);
        if (use.Invocation.VerbWord?.Value != "upgrade" || use.Invocation.Has("--with-new-pkgs", "--without-new-pkgs"))
        {
            return Fix.Of($"use {replacement}", replacement == AptTools.Apt.Name ? applicability : Applicability.Unsafe, name);
        }

        return ScriptEdits.AddOption(use, "--with-new-pkgs", applicability) is [{ Edits.Edits: [var option] }]
            ? Fix.Of($"use {replacement}", applicability, name, option)
            : [];
    }
}
