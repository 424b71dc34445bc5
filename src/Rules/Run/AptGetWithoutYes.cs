using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>DL3014.</summary>
public sealed class AptGetWithoutYes : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DL3014", "apt-get-without-yes", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Sources = [RuleSource.Trivy("DS-0021")],
        Fix = FixAvailability.Sometimes,
        Doc = new("apt-get asks a question that nobody answers.",
            "A build has no terminal: without -y apt-get stops as soon as it wants to change more than what was named. Two -q imply it, and so does a configuration that the Dockerfile writes.",
            [new("FROM debian:12\nRUN apt-get install curl\n", "FROM debian:12\nRUN apt-get -qq install curl\n", "FROM debian:12\nRUN apt-get install -y curl\n"),
             new("FROM debian:12\nRUN apt-get -q upgrade\n", "FROM debian:12\nRUN yes | apt-get install curl\n", "FROM debian:12\nRUN apt-get -q upgrade -y\n"),
             new("FROM debian:12\nRUN apt-get install curl\n", "FROM debian:12\nRUN echo 'APT::Get::Assume-Yes \"true\";' > /etc/apt/apt.conf.d/y && apt-get install curl\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Script(static (script, context) =>
    {
        foreach (var use in script.Named("apt-get", "apt", "aptitude"))
        {
            Check(use, context);
        }
    });

    private static void Check(ProgramUse use, RuleContext context)
    {
        var arguments = Tools.Apt.Read(use);
        if (!arguments.Does("install", "upgrade", "dist-upgrade", "full-upgrade", "safe-upgrade", "remove", "purge", "autoremove", "build-dep")
            || use.HasUnknown
            || arguments.Has("y", "yes", "assume-yes", "assume-no", "s", "simulate", "dry-run", "qq", "force-yes", "print-uris", "h", "help")
            || arguments.Count("q") + arguments.Count("quiet") >= 2
            || arguments.Options.Any(option => option is { Name: "q" or "quiet", Value: "2" or "3" } || IsYesOption(option))
            || context.IsFedBy(use, "yes") || context.IsMentioned(use.Script, "Assume-Yes"))
        {
            return;
        }

        context.Report(
            use.NameSpan, $"{use.Name} {arguments.Action} without -y waits for an answer", ScriptEdits.AddOption(use, arguments, "-y", context.Get<ForgivenFailures>().ApplicabilityOfAnswer(use)));
    }

    private static bool IsYesOption(ParsedOption option) =>
        option.Name is "o" or "option" && option.Value?.Contains("Assume-Yes", StringComparison.OrdinalIgnoreCase) == true;
}
