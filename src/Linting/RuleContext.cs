using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Linting;

/// <summary>What a rule gets to see of a file, and where it reports.</summary>
public sealed class RuleContext
{
    private readonly RuleInfo _rule;
    private readonly Severity _severity;
    private readonly List<Diagnostic> _diagnostics;

    internal RuleContext(BuildModel model, RuleInfo rule, Severity severity, List<Diagnostic> diagnostics)
    {
        Model = model;
        _rule = rule;
        _severity = severity;
        _diagnostics = diagnostics;
    }

    /// <summary>The build model of the file.</summary>
    public BuildModel Model { get; }

    /// <summary>The file.</summary>
    public SyntaxTree Tree => Model.Tree;

    /// <summary>Reports a finding of this rule.</summary>
    public void Report(TextSpan span, string message, params IReadOnlyList<Fix> fixes) =>
        _diagnostics.Add(new Diagnostic(_rule.Id, _severity, message, span) { Fixes = fixes });

    /// <summary>Reports a finding that weighs less than the rule's others: informational at most.</summary>
    public void ReportInfo(TextSpan span, string message) =>
        _diagnostics.Add(new Diagnostic(_rule.Id, _severity < Severity.Info ? Severity.Info : _severity, message, span));
}
