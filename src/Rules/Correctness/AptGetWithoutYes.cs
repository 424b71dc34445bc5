using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

internal sealed class AptGetWithoutYes : Rule
{
    public override RuleInfo Info { get; } = new("DL3014", "apt-get-without-yes", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Sources = [RuleSource.Trivy("DS-0021")],
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "apt-get asks a question that nobody answers.",
            """
            A build has no terminal: without -y apt-get stops as soon as it wants to change more than what was named. Two -q imply it,
            and so does a configuration that the Dockerfile writes.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN apt-get install curl
                    """,
                    Good: """
                    FROM debian:12
                    RUN apt-get -qq install curl
                    """,
                    Fixed: """
                    FROM debian:12
                    RUN apt-get install -y curl
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    RUN apt-get -q upgrade
                    """,
                    Good: """
                    FROM debian:12
                    RUN yes | apt-get install curl
                    """,
                    Fixed: """
                    FROM debian:12
                    RUN apt-get -q upgrade -y
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    RUN apt-get install curl
                    """,
                    Good: """
                    FROM debian:12
                    RUN echo 'APT::Get::Assume-Yes "true";' > /etc/apt/apt.conf.d/y && apt-get install curl
                    """),
            ])
        {
            Remedy = """
                Add `-y`, as in `apt-get install -y curl`. If a package asks questions of its own, put `DEBIAN_FRONTEND=noninteractive`
                in front of the command.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Invocation(AptTools.Apt, static (use, context) =>
    {
        if (Questions.AreAsked(use, context) && !IsAnswered(use.Invocation) && !context.IsMentioned(use, "Assume-Yes"))
        {
            Questions.Report(use, context, "-y");
        }
    });

    // Two of the options that make it quiet answer, too.
    private static bool IsAnswered(Invocation command)
    {
        var quiet = 0;
        foreach (var option in command.Options)
        {
            quiet += option.Role != OptionRole.Quiet ? 0 : option.KnownValue is "2" or "3" ? 2 : 1;
            if (quiet >= 2 || option.Value?.Text.Contains("Assume-Yes", StringComparison.OrdinalIgnoreCase) == true)
            {
                return true;
            }
        }

        return false;
    }
}
