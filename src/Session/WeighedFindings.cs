using Dockerlint.Linting;
using Dockerlint.Linting.Config;
using Dockerlint.Rules;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Session;

/// <summary>What another program finds, as grave as the configuration wants it.</summary>
public sealed class WeighedFindings(IForeignLinter linter, ResolvedConfig config) : IForeignLinter
{
    private static readonly Lazy<HashSet<string>> s_own = new(() =>
        [.. RuleCatalog.All.Select(rule => rule.Info.Id).Where(RuleSelector.IsShellCheck)]);

    private IReadOnlyList<Diagnostic> _leftOut = [];

    /// <inheritdoc/>
    public IReadOnlyList<Diagnostic>? Find(SyntaxTree tree)
    {
        var found = linter.Find(tree);
        if (found is not null && config.ChecksScripts)
        {
            // What our own checks look for is theirs to tell.
            _leftOut = [.. found.Where(finding => s_own.Value.Contains(finding.RuleId))];
            found = [.. found.Where(finding => !s_own.Value.Contains(finding.RuleId))];
        }

        return found is null || config.ShellCheckSeverities.Length == 0
            ? found
            :
            [
                .. found.Select(finding => finding with { Severity = config.ShellCheckSeverity(finding.RuleId, finding.Severity) })
                    .Where(finding => finding.Severity != Severity.Ignore),
            ];
    }

    /// <summary>
    /// Where the program and our own checks disagree, a sentence for each line and code that one of them has alone. What one of them was
    /// not asked for is no difference.
    /// </summary>
    /// <param name="source">The file that <see cref="Find"/> was asked about.</param>
    /// <param name="own">What our checks found, suppressed or not.</param>
    public IEnumerable<string> Differences(SourceText source, IEnumerable<Diagnostic> own)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(own);
        var ours = Places(source, own.Where(finding => s_own.Value.Contains(finding.RuleId)));
        var theirs = Places(source, _leftOut.Where(finding => config.Rules.ContainsKey(finding.RuleId)));
        return theirs.Except(ours).Select(place => (place.Line, place.Code, Who: "ShellCheck alone reports"))
            .Concat(ours.Except(theirs).Select(place => (place.Line, place.Code, Who: "ShellCheck does not report")))
            .OrderBy(place => place.Line).ThenBy(place => place.Code, StringComparer.Ordinal)
            .Select(place => $"{source.Path}:{place.Line}: {place.Who} {place.Code}");
    }

    private static HashSet<(int Line, string Code)> Places(SourceText source, IEnumerable<Diagnostic> findings) =>
        [.. findings.Select(finding => (source.Lines.GetPosition(finding.Span.Start).Line, finding.RuleId))];
}
