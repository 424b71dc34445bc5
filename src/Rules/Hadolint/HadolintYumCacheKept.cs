using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DL3032 with hadolint's verdict.</summary>
internal sealed class HadolintYumCacheKept()
    : HadolintRunRule(new YumCacheKept().Info, "this RUN leaves the cache of yum in the image: add yum clean all")
{
    private protected override bool IsOffence(HadolintRun run, RuleContext context) =>
        run.LacksLater(
            command => command.Name == "yum" && command.HasAny("install"),
            command => (command.Name == "yum" && command.HasAny("clean", "all"))
                || (command.Name == "rm" && command.HasAny("-rf", "/var/cache/yum/*")));
}
