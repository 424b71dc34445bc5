using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Linting;

/// <summary>
/// A file without any FROM, and the same with one above its instructions: rules know instructions only as parts of a stage.
/// </summary>
internal sealed class Fragment
{
    private const string From = "FROM fragment:1\n";

    private readonly int _start;

    private Fragment(SourceText source, int start)
    {
        _start = start;
        Source = source;
    }

    /// <summary>The file with a FROM.</summary>
    internal SourceText Source { get; }

    /// <summary>Reads a file; null when it has a FROM or nothing else.</summary>
    internal static Fragment? TryCreate(SyntaxTree tree)
    {
        var root = tree.Root;
        if (root.Instructions.Count == 0 || root.Instructions.Any(instruction => instruction.Name == "FROM"))
        {
            return null;
        }

        // Behind the directives, which have to stay at the top, and above all comments.
        var text = tree.Source.Text;
        var start = tree.Source.HasByteOrderMark ? 1 : 0;
        foreach (var directive in root.Directives)
        {
            start = tree.Source.Lines.GetLineSpan(tree.Source.Lines.GetLine(directive.Span.Start)).End;
        }

        return new Fragment(tree.Source.WithText(text.Insert(start, From)), start);
    }

    /// <summary>What both have found: the missing FROM, and what is wrong with the instructions. Fixes are left to whole files.</summary>
    internal LintedText Unite(LintedText own, LintedText whole) => own with
    {
        Result = own.Result with
        {
            Diagnostics = Unite(own.Result.Diagnostics.Where(finding => finding.RuleId != Linter.SyntaxErrorId), whole.Result.Diagnostics),
            Suppressed = Unite(own.Result.Suppressed, whole.Result.Suppressed),
        },
    };

    private IReadOnlyList<Diagnostic> Unite(IEnumerable<Diagnostic> own, IEnumerable<Diagnostic> whole) =>
        DiagnosticSorter.Sort(own.Concat(whole
            .Where(finding => finding.Span.Start < _start || finding.Span.Start >= _start + From.Length)
            .Select(finding => finding with { Span = Moved(finding.Span), Fixes = [], RelatedSpans = [] }))
            .DistinctBy(finding => (finding.RuleId, finding.Span, finding.Message)));

    private TextSpan Moved(TextSpan span) => span.Start < _start ? span : span with { Start = span.Start - From.Length };
}
