using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

internal sealed class AptGetWithRecommends : Rule
{
    public override RuleInfo Info { get; } = new("DL3015", "apt-get-with-recommends", Category.Size, Severity.Info)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Sources = [RuleSource.Trivy("DS-0029")],
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "apt-get install also installs recommended packages.",
            """
            Recommended packages are seldom needed in an image and make it larger. The fix names what is known to be needed: curl, wget
            and git find no certificate without ca-certificates. It leaves packages alone that do little without what they recommend,
            such as compilers, and names that only the shell knows.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN apt-get install -y curl
                    """,
                    Good: """
                    FROM debian:12
                    RUN apt-get install -y -o APT::Install-Recommends=0 curl
                    """,
                    Fixed: """
                    FROM debian:12
                    RUN apt-get install --no-install-recommends -y curl ca-certificates
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    RUN apt-get install -y jq
                    """,
                    Good: """
                    FROM debian:12
                    RUN echo 'APT::Install-Recommends "false";' > /etc/apt/apt.conf.d/r && apt-get install -y jq
                    """,
                    Fixed: """
                    FROM debian:12
                    RUN apt-get install --no-install-recommends -y jq
                    """),
            ])
        {
            Remedy = """
                Add `--no-install-recommends`, and name the recommended packages that you do need, such as `ca-certificates` for `curl`.
                To switch them off for all steps, write `APT::Install-Recommends "false";` to a file in `/etc/apt/apt.conf.d/`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Invocation(AptTools.Apt, ["install"], Check);

    private static void Check(InvocationUse use, RuleContext context)
    {
        var command = use.Invocation;
        if (command.Operands.Length > 0 && !IsDecided(command) && !command.MayHoldOption() && context.IsShipped(use)
            && context.Get<StageImages>().Of(use.Stage)?.PackageManager is null or "apt"
            && !context.IsMentioned(use, "APT::Install-Recommends") && !context.IsMentioned(use, "Install-Recommends \"0"))
        {
            var option = command.Name == "aptitude" ? "--without-recommends" : "--no-install-recommends";
            context.Report(
                command.NameSpan,
                $"{command.Name} install without {option} also installs recommended packages",
                Recommendations.Without(use, option, context));
        }
    }

    private static bool IsDecided(Invocation command)
    {
        foreach (var option in command.Options)
        {
            if (option.Role == OptionRole.NoRecommends || option.MainName == "--install-recommends"
                || option.Value?.Text.Contains("APT::Install-Recommends=", StringComparison.OrdinalIgnoreCase) == true)
            {
                return true;
            }
        }

        return false;
    }
}
