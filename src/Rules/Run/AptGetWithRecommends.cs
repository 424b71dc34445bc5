using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>DL3015.</summary>
public sealed class AptGetWithRecommends : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DL3015", "apt-get-with-recommends", Category.Size, Severity.Info)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Sources = [RuleSource.Trivy("DS-0029")],
        Fix = FixAvailability.Sometimes,
        Doc = new("apt-get install also installs recommended packages.",
            "Recommended packages are seldom needed in an image and make it larger. The fix names what is known to be needed: curl, wget and git find no certificate without ca-certificates. It leaves packages alone that do little without what they recommend, such as compilers, and names that only the shell knows.",
            [new("FROM debian:12\nRUN apt-get install -y curl\n", "FROM debian:12\nRUN apt-get install -y -o APT::Install-Recommends=0 curl\n", "FROM debian:12\nRUN apt-get install --no-install-recommends -y curl ca-certificates\n"),
             new("FROM debian:12\nRUN apt-get install -y jq\n", "FROM debian:12\nRUN echo 'APT::Install-Recommends \"false\";' > /etc/apt/apt.conf.d/r && apt-get install -y jq\n", "FROM debian:12\nRUN apt-get install --no-install-recommends -y jq\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Script(static (script, context) =>
    {
        foreach (var use in script.Named("apt-get", "apt"))
        {
            Check(use, context);
        }
    });

    private static void Check(ProgramUse use, RuleContext context)
    {
        var arguments = Tools.Apt.Read(use);
        if (arguments.Does("install") && arguments.Operands.Count > 1 && !use.Arguments.Any(MayDecide) && context.IsShipped(use.Script)
            && !context.IsMentioned(use.Script, "APT::Install-Recommends") && !context.IsMentioned(use.Script, "Install-Recommends \"0"))
        {
            context.Report(
                use.NameSpan,
                $"{use.Name} install without --no-install-recommends also installs recommended packages",
                Recommendations.Without(use, arguments, context));
        }
    }

    // A word that only the shell knows may be the option, where it is not among the packages.
    private static bool MayDecide(ProgramArgument argument) => argument.Value is "--no-install-recommends" or "--install-recommends"
        || argument.Value?.Contains("APT::Install-Recommends=", StringComparison.OrdinalIgnoreCase) == true
        || (argument.Value is null && argument.Word.Parts.Length == 1);
}
