using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DL4005 with hadolint's verdict.</summary>
internal sealed class HadolintShellReplacedByLink()
    : HadolintRunRule(new ShellReplacedByLink().Info, "this RUN links /bin/sh to another shell: use SHELL")
{
    private protected override bool IsOffence(HadolintRun run, RuleContext context) =>
        run.Named("ln").Any(command => command.HasAny("/bin/sh"));
}
