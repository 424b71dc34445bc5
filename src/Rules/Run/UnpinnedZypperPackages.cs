using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>DL3037.</summary>
public sealed class UnpinnedZypperPackages : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DL3037", "unpinned-zypper-packages", Category.Reproducibility, Severity.Info)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Doc = new("zypper install without versions.",
            "Without versions a rebuild installs whatever the repository has on that day. Patterns, files, addresses and what only a variable knows are left alone. It is information, not a warning: distributions remove superseded versions from their archives, so that a version written down may be gone tomorrow.",
            [new("FROM opensuse/leap:15.6\nRUN zypper -n install curl\n", "FROM opensuse/leap:15.6\nRUN zypper -n install -r main curl=8.6.0 ./x.rpm\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Script(static (script, context) =>
    {
        foreach (var use in script.Named("zypper"))
        {
            Check(use, context);
        }
    });

    private static void Check(ProgramUse use, RuleContext context)
    {
        var arguments = Tools.Zypper.Read(use);
        if (arguments.Does("install", "in") && !arguments.Options.Any(option => option is { Name: "t" or "type", Value: not "package" }))
        {
            PackagePins.Report(context, use, arguments.Rest, IsPinned, "package=version");
        }
    }

    // A version, a path or address, a pattern or another kind of thing, or a removal.
    private static bool IsPinned(string name) => name.AsSpan().IndexOfAny("=<>/:") >= 0
        || name.EndsWith(".rpm", StringComparison.Ordinal) || name[0] is '-' or '!';
}
