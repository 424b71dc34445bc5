using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DL4001 with hadolint's verdict: once a stage has used both, each RUN that uses either.</summary>
internal sealed class HadolintWgetAndCurl : Rule
{
    public override RuleInfo Info { get; } = new WgetAndCurl().Info with { Profiles = Profiles.Hadolint, Fix = FixAvailability.None };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        var all = context.Get<HadolintRuns>().All;
        Check(all.Where(run => !run.IsTrigger).GroupBy(run => run.Stage?.Index), context);
        Check(all.Where(run => run.IsTrigger).GroupBy(_ => 0), context);
    });

    private static void Check(IEnumerable<IEnumerable<HadolintRun>> groups, RuleContext context)
    {
        foreach (var runs in groups)
        {
            bool wget = false, curl = false;
            foreach (var run in runs)
            {
                wget |= run.Named("wget").Any();
                curl |= run.Named("curl").Any();
                if (wget && curl && run.Named("wget", "curl").Any())
                {
                    context.Report(run.Anchor.Keyword.Span, "this stage uses both wget and curl: one of them is enough");
                }
            }
        }
    }
}
