using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Linting;

/// <summary>
/// Tells whether a set of fixes did what they promised and nothing else: every fixed finding is gone, none came, counted one by
/// one, and no comment is lost. Its time grows with the findings and edits, not with their product.
/// </summary>
public static class FixJudge
{
    /// <summary>What got worse, or null when all is well.</summary>
    /// <param name="before">The findings before the edits.</param>
    /// <param name="after">The findings after them.</param>
    /// <param name="edits">All edits of the fixes.</param>
    /// <param name="fixes">The fixes.</param>
    public static string? FindProblem(LintResult before, LintResult after, EditSet edits, IReadOnlyList<ChosenFix> fixes) =>
        FindProblems(before, after, edits, fixes) is [var first, ..] ? first.Reason : null;

    /// <summary>As <see cref="FindProblem"/>, everything.</summary>
    public static IReadOnlyList<FixProblem> FindProblems(LintResult before, LintResult after, EditSet edits, IReadOnlyList<ChosenFix> fixes)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(edits);
        ArgumentNullException.ThrowIfNull(fixes);
        var map = new EditMap(edits);
        return
        [
            .. New(before, after, map, fixes),
            .. NewErrors(before.Tree, after.Tree, map),
            .. Vain(before, after, map, fixes),
            .. LostComments(before.Tree, after.Tree, fixes),
        ];
    }

    // A finding that was there before says the same, or stands at the same place: a message may quote what a fix changed, and a
    // fix may move what a finding is about. Each old finding accounts for one new one.
    private static IEnumerable<FixProblem> New(LintResult before, LintResult after, EditMap map, IReadOnlyList<ChosenFix> fixes)
    {
        var mayReveal = fixes.Any(fix => fix.Fix.Reveals);
        var fixedRules = fixes.Select(fix => fix.Finding.RuleId).ToHashSet(StringComparer.Ordinal);
        foreach (var finding in Unaccounted(before.Diagnostics, after.Diagnostics, map))
        {
            if (!mayReveal || finding.RuleId is Linter.SyntaxErrorId or Linter.InternalErrorId || fixedRules.Contains(finding.RuleId))
            {
                yield return new FixProblem($"it would cause {finding.RuleId} ({finding.Message})", map.Before(finding.Span.Start), null);
            }
        }
    }

    // A peer's profile does not tell every error as a finding.
    private static IEnumerable<FixProblem> NewErrors(SyntaxTree? before, SyntaxTree? after, EditMap map) => before is null || after is null || after.Errors.Count == 0
        ? []
        : Unaccounted([.. before.Errors.Select(Finding)], [.. after.Errors.Select(Finding)], map)
            .Select(finding => new FixProblem($"it would break the file ({finding.Message})", map.Before(finding.Span.Start), null));

    private static Diagnostic Finding(SyntaxError error) => new(Linter.SyntaxErrorId, Severity.Error, error.Message, error.Span);

    private static List<Diagnostic> Unaccounted(IReadOnlyList<Diagnostic> before, IReadOnlyList<Diagnostic> after, EditMap map)
    {
        var old = new OldFindings(before, map);
        var byPlace = after.Where(finding => !old.TakeAt(finding, sameMessage: true)).ToList();
        var byMessage = byPlace.Where(finding => !old.TakeMessage(finding)).ToList();
        return [.. byMessage.Where(finding => !old.TakeAt(finding, sameMessage: false))];
    }

    // Of several findings that say the same as many have to go as were fixed; those at the old place are the ones that stayed.
    private static IEnumerable<FixProblem> Vain(LintResult before, LintResult after, EditMap map, IReadOnlyList<ChosenFix> fixes)
    {
        var wasThere = Count(before.Diagnostics);
        var isThere = Count(after.Diagnostics);
        var wanted = Count(fixes.Select(fix => fix.Finding));
        HashSet<(string RuleId, string Message, int Place)>? places = null;
        foreach (var fix in fixes)
        {
            var key = (fix.Finding.RuleId, fix.Finding.Message);
            if (isThere.GetValueOrDefault(key) > wasThere.GetValueOrDefault(key) - wanted[key])
            {
                places ??= [.. after.Diagnostics.Select(finding => (finding.RuleId, finding.Message, finding.Span.Start))];
                var start = fix.Finding.Span.Start;
                if (places.Contains((key.RuleId, key.Message, map.After(start, isBehind: false))) || places.Contains((key.RuleId, key.Message, map.After(start, isBehind: true))))
                {
                    yield return new FixProblem($"{fix.Finding.RuleId} would still be found", start, fix);
                }
            }
        }
    }

    private static Dictionary<(string RuleId, string Message), int> Count(IEnumerable<Diagnostic> findings)
    {
        var counts = new Dictionary<(string, string), int>();
        foreach (var finding in findings)
        {
            counts[(finding.RuleId, finding.Message)] = counts.GetValueOrDefault((finding.RuleId, finding.Message)) + 1;
        }

        return counts;
    }

    // The comments, but for those that a fix is meant for, are there in the same order.
    private static IEnumerable<FixProblem> LostComments(SyntaxTree? before, SyntaxTree? after, IReadOnlyList<ChosenFix> fixes)
    {
        if (before is null || after is null)
        {
            yield break;
        }

        var meant = fixes.Where(fix => fix.Fix.ConcernsComments).SelectMany(fix => fix.Fix.Edits.Edits).Select(edit => edit.Span).OrderBy(span => span.Start).ToList();
        using var left = Comments(after).GetEnumerator();
        var next = 0;
        foreach (var comment in Comments(before))
        {
            while (next < meant.Count && meant[next].End < comment.Span.Start)
            {
                next++;
            }

            if (next < meant.Count && meant[next].Start <= comment.Span.End)
            {
                continue;
            }

            var isFound = false;
            while (!isFound && left.MoveNext())
            {
                isFound = left.Current.Text == comment.Text;
            }

            if (!isFound)
            {
                var guilty = fixes.FirstOrDefault(fix => fix.Fix.Edits.Edits.Any(edit => edit.Span.Start < comment.Span.End && edit.Span.End > comment.Span.Start));
                yield return new FixProblem("it would take a comment away", comment.Span.Start, guilty);
                yield break;
            }
        }
    }

    private static IEnumerable<(TextSpan Span, string Text)> Comments(SyntaxTree tree) => tree.Root.Tokens()
        .SelectMany(token => token.LeadingTrivia.Concat(token.TrailingTrivia))
        .Where(trivia => trivia.Kind == TriviaKind.Comment)
        .Select(trivia => (trivia.Span, tree.Source.Slice(trivia.Span).Trim().ToString()));
}
