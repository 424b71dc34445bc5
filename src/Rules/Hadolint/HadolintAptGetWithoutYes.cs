using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DL3014 with hadolint's verdict.</summary>
internal sealed class HadolintAptGetWithoutYes() : HadolintRunRule(new AptGetWithoutYes().Info, "this RUN calls apt-get install without -y")
{
    private protected override bool IsOffence(HadolintRun run, RuleContext context) =>
        run.Named("apt-get").Any(command => command.HasAny("install")
            && !command.HasAnyFlag("y", "yes", "assume-yes", "qq")
            && command.Flags.Count(flag => flag == "q") != 2
            && command.Flags.Count(flag => flag == "quiet") != 2
            && !command.HasAny("-q=2"));
}
