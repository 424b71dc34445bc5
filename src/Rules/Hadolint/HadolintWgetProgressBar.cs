using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DL3047 with hadolint's verdict.</summary>
internal sealed class HadolintWgetProgressBar()
    : HadolintRunRule(new WgetProgressBar().Info, "this RUN calls wget without --progress or a quiet option")
{
    private protected override bool IsOffence(HadolintRun run, RuleContext context) =>
        run.Named("wget").Any(command => !command.HasAny("-nv")
            && !command.HasAnyFlag("progress", "q", "quiet", "o", "output-file", "a", "append-output", "no-verbose"));
}
