using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>
/// hadolint's verdict on each RUN by itself; one finding a RUN, at its first line. Not sealed: each such rule says what it looks for.
/// </summary>
internal abstract class HadolintRunRule : Rule
{
    private readonly string _message;

    private protected HadolintRunRule(RuleInfo info, string message)
    {
        Info = info with { Profiles = Profiles.Hadolint, Fix = FixAvailability.None, Options = [] };
        _message = message;
    }

    public override RuleInfo Info { get; }

    public override void Register(RuleHooks on) => on.File(context =>
    {
        foreach (var run in context.Get<HadolintRuns>().All)
        {
            if (IsOffence(run, context))
            {
                context.Report(run.Anchor.Keyword.Span, _message);
            }
        }
    });

    private protected abstract bool IsOffence(HadolintRun run, RuleContext context);
}
