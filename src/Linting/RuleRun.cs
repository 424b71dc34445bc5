namespace Dockerlint.Linting;

/// <summary>One rule at work on one file: where its findings gather, and whether it has failed.</summary>
internal sealed class RuleRun(Rule rule, Severity severity, FileFacts facts, List<Diagnostic> diagnostics)
{
    private bool _hasFailed;

    internal RuleContext Context { get; } = new(facts, rule.Info, severity, diagnostics);

    /// <summary>
    /// Runs a callback of the rule. One that throws is our bug: it is reported once, and the rule is silent from then on.
    /// </summary>
    internal void Invoke<T>(Action<T, RuleContext> check, T subject)
    {
        if (_hasFailed)
        {
            return;
        }

        Context.Probe?.Begin(Context.RuleId);
        try
        {
            check(subject, Context);
        }
        catch (Exception exception)
        {
            _hasFailed = true;
            Context.Fail(exception);
        }

        Context.Probe?.Begin(LintProbe.Walking);
    }
}
