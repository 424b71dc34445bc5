using Dockerlint.Text;

namespace Dockerlint.Linting;

/// <summary>Tells whether a set of fixes did what they promised and nothing else.</summary>
public static class FixJudge
{
    /// <summary>
    /// What got worse, or null when every fixed finding is gone, none came that was not there before, and nothing was lost.
    /// </summary>
    /// <param name="before">The text before the edits.</param>
    /// <param name="after">The text after them.</param>
    /// <param name="edits">All edits of the fixes.</param>
    /// <param name="fixes">The fixes.</param>
    public static string? FindProblem(LintedText before, LintedText after, EditSet edits, IReadOnlyList<ChosenFix> fixes)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return FindProblems(before, after, new EditMap(edits), fixes, fix => fix.Finding).FirstOrDefault()?.Reason;
    }

    /// <summary>Everything that got worse. The time it takes grows with the number of findings.</summary>
    /// <param name="before">The text before the edits.</param>
    /// <param name="after">The text after them.</param>
    /// <param name="edits">All edits of the fixes.</param>
    /// <param name="fixes">The fixes.</param>
    /// <param name="findingOf">Gives the finding of the text before that a fix is for; the fix may come from another build of the
    /// file.</param>
    internal static IEnumerable<FixProblem> FindProblems(
        LintedText before, LintedText after, EditMap edits, IReadOnlyList<ChosenFix> fixes, Func<ChosenFix, Diagnostic> findingOf) =>
        NewErrors(before, after, edits).Concat(NewFindings(before.Result, after.Result, edits, fixes, findingOf))
            .Concat(LostComments(before, after, edits, fixes));

    // An error is the same one only if it says the same at the same place. Those are counted too that a profile does not report.
    private static IEnumerable<FixProblem> NewErrors(LintedText before, LintedText after, EditMap edits)
    {
        static List<Diagnostic> Errors(LintedText text) =>
        [
            .. text.Model.Tree.Errors.Concat(text.Model.Errors)
                .Select(error => new Diagnostic(Linter.SyntaxErrorId, Severity.Error, error.Message, error.Span)),
            .. text.Result.Diagnostics.Where(finding => finding.RuleId == Linter.InternalErrorId),
        ];

        var pairs = new FindingPairs(Errors(before), Errors(after));
        pairs.Pair(_ => true, old => Places(old, edits).Select(place => (old.Message, place)), now => (now.Message, now.Span.Start));

        // One in text that was rewritten may stand anywhere in what was made of it.
        pairs.Pair(_ => true, old => edits.Replacing(old.Span.Start) is { } edit ? [(old.Message, edit)] : [], now =>
            (now.Message, edits.Making(now.Span.Start) ?? -1));
        return pairs.Unpaired.Select(Caused);
    }

    // A finding that was there before says the same, or stands at the same place: a message may quote what a fix changed, and a
    // fix may move what a finding is about.
    private static IEnumerable<FixProblem> NewFindings(
        LintResult before, LintResult after, EditMap edits, IReadOnlyList<ChosenFix> fixes, Func<ChosenFix, Diagnostic> findingOf)
    {
        static bool IsJudged(Diagnostic finding) => finding.RuleId is not (Linter.SyntaxErrorId or Linter.InternalErrorId);
        static (string, string) Words(Diagnostic finding) => (finding.RuleId, finding.Message);

        List<Diagnostic> old = [.. before.Diagnostics.Where(IsJudged)];
        var pairs = new FindingPairs(old, [.. after.Diagnostics.Where(IsJudged)]);
        var fixedOnes = fixes.ToLookup(findingOf, ReferenceEqualityComparer.Instance);
        bool IsFixed(int index) => fixedOnes.Contains(old[index]);
        bool IsLeft(int index) => !IsFixed(index);

        pairs.Pair(IsLeft, finding => Places(finding, edits).Select(place => (finding.RuleId, finding.Message, place)), now =>
            (now.RuleId, now.Message, now.Span.Start));
        var vain = pairs.Pair(IsFixed, finding => Places(finding, edits).Select(place => (finding.RuleId, finding.Message, place)), now =>
            (now.RuleId, now.Message, now.Span.Start));
        pairs.Pair(IsLeft, finding => Places(finding, edits).Select(place => (finding.RuleId, place)), now => (now.RuleId, now.Span.Start));
        pairs.Pair(IsLeft, finding => [Words(finding)], Words);
        pairs.Pair(IsFixed, finding => Places(finding, edits).Select(place => (finding.RuleId, place)), now =>
            (now.RuleId, now.Span.Start));
        vain.AddRange(pairs.Pair(IsFixed, finding => [Words(finding)], Words));

        var mayReveal = fixes.Any(fix => fix.Fix.Reveals);
        var rules = fixes.Select(fix => fix.Finding.RuleId).ToHashSet(StringComparer.Ordinal);
        return pairs.Unpaired.Where(finding => !mayReveal || rules.Contains(finding.RuleId)).Select(Caused)
            .Concat(vain.Select(pair =>
                new FixProblem($"{old[pair.Before].RuleId} would still be found") { Fix = fixedOnes[old[pair.Before]].First() }));
    }

    private static IEnumerable<FixProblem> LostComments(LintedText before, LintedText after, EditMap edits, IReadOnlyList<ChosenFix> fixes)
    {
        var meant = fixes.SelectMany(fix => fix.Fix.ChangedComments).ToHashSet();
        var old = CommentList.Of(before.Model).Where(comment => !meant.Contains(comment.Span))
            .OrderBy(comment => comment.Span.Start).ToList();
        var now = CommentList.Of(after.Model).OrderBy(comment => comment.Span.Start).ToList();
        var left = now.CountBy(comment => comment.Text, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var isLost = false;
        foreach (var group in old.GroupBy(comment => comment.Text, StringComparer.Ordinal))
        {
            // Of several that say the same those in replaced text are lost first.
            foreach (var (text, span) in group.OrderByDescending(comment => edits.Replacing(comment.Span.Start) is not null)
                .Take(group.Count() - left.GetValueOrDefault(group.Key)))
            {
                isLost = true;
                yield return new FixProblem($"it would lose the comment {text}") { Place = edits.Map(span.Start, isBehind: false) };
            }
        }

        foreach (var (text, span) in isLost ? [] : Misplaced(before.Model.Tree.Source, old, after.Model.Tree.Source, now))
        {
            yield return new FixProblem($"it would take the comment {text} away from what it speaks of")
            {
                Place = edits.Map(span.Start, isBehind: false),
            };
        }
    }

    // Comments keep their order; one that has another place in it must have come there with what it speaks of.
    private static IEnumerable<(string Text, TextSpan Span)> Misplaced(
        SourceText before, List<(string Text, TextSpan Span)> old, SourceText after, List<(string Text, TextSpan Span)> now)
    {
        var changes = LineChange.Between([.. old.Select(comment => comment.Text)], [.. now.Select(comment => comment.Text)]);
        var come = changes.SelectMany(change => now.Take(change.NewStart..change.NewEnd))
            .Select(comment => (comment.Text, CommentList.Subject(after, comment.Span))).CountBy(comment => comment).ToDictionary();
        foreach (var comment in changes.SelectMany(change => old.Take(change.OldStart..change.OldEnd)))
        {
            var key = (comment.Text, CommentList.Subject(before, comment.Span));
            if (come.GetValueOrDefault(key) == 0)
            {
                yield return comment;
            }
            else
            {
                come[key]--;
            }
        }
    }

    private static FixProblem Caused(Diagnostic finding) =>
        new($"it would cause {finding.RuleId} ({finding.Message})") { Place = finding.Span.Start };

    // Text inserted at the very place may stand before or behind it.
    private static IEnumerable<int> Places(Diagnostic finding, EditMap edits) =>
        [edits.Map(finding.Span.Start, isBehind: false), edits.Map(finding.Span.Start, isBehind: true)];
}
