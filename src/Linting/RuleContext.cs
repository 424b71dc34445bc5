using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Linting;

/// <summary>What a rule gets to see of a file, and where it reports.</summary>
public sealed class RuleContext
{
    private readonly RuleInfo _rule;
    private readonly List<Diagnostic> _diagnostics;

    internal RuleContext(SyntaxTree tree, RuleInfo rule, List<Diagnostic> diagnostics)
    {
        Tree = tree;
        _rule = rule;
        _diagnostics = diagnostics;
    }

    /// <summary>The file.</summary>
    public SyntaxTree Tree { get; }

    /// <summary>Reports a finding of this rule.</summary>
    public void Report(TextSpan span, string message, params IReadOnlyList<Fix> fixes) =>
        _diagnostics.Add(new Diagnostic(_rule.Id, _rule.DefaultSeverity, message, span) { Fixes = fixes });
}
