using Dockerlint.Linting;
using Dockerlint.Rules;
using Dockerlint.Testing;
using Dockerlint.Text;

namespace Dockerlint.Tests;

/// <summary>Every fix of every finding in the corpus, tried alone, once for all tests.</summary>
internal static class FixSweep
{
    private static readonly Lazy<ILookup<string, string>> s_problems = new(() =>
        Find().ToLookup(problem => problem.RuleId, problem => problem.Text, StringComparer.Ordinal));

    /// <summary>What is wrong with the fixes of a rule, with the file and line.</summary>
    public static IReadOnlyList<string> ProblemsOf(string ruleId) => [.. s_problems.Value[ruleId]];

    /// <summary>The corpus, each file as it is and, where it has no carriage return, with CRLF line ends.</summary>
    public static IEnumerable<(SourceText Source, SourceText? Windows)> Files() => SharedCorpus.TrainFiles().Select(file =>
    {
        var source = SourceText.FromBytes(File.ReadAllBytes(file), file);
        return (source, source.Text.Contains('\r', StringComparison.Ordinal) ? null : source.WithText(WithCarriageReturns(source.Text)));
    });

    public static string WithCarriageReturns(string text) => text.Replace("\n", "\r\n", StringComparison.Ordinal);

    private static IEnumerable<(string RuleId, string Text)> Find()
    {
        foreach (var profile in new[] { Profile.Strict, Profile.Hadolint, Profile.BuildKit })
        {
            // In a peer's profile only the rules differ that have a variant of their own there.
            var variants = RuleCatalog.Variants(profile).Select(rule => rule.Info.Id).ToHashSet(StringComparer.Ordinal);
            if (profile != Profile.Strict && variants.Count == 0)
            {
                continue;
            }

            var linter = new Linter(RuleCatalog.For(profile));
            foreach (var (source, windows) in Files())
            {
                var before = linter.Examine(new LintInput(source));
                var fixable = before.Result.Diagnostics.Where(finding =>
                    finding.Fixes.Count > 0 && (profile == Profile.Strict || variants.Contains(finding.RuleId))).ToList();
                var there = fixable.Count == 0 || windows is null ? null : linter.Lint(new LintInput(windows));
                foreach (var finding in fixable)
                {
                    foreach (var fix in finding.Fixes)
                    {
                        if (Problem(linter, source, before, finding, fix) is { } problem)
                        {
                            yield return (finding.RuleId, $"{source.Path}:{source.Lines.GetLine(finding.Span.Start)}: {fix.Title}: "
                                + $"{problem}");
                        }
                    }

                    if (there is not null && WindowsProblem(source, windows!, there, finding) is { } difference)
                    {
                        yield return (finding.RuleId, $"{source.Path}:{source.Lines.GetLine(finding.Span.Start)}: with CRLF: {difference}");
                    }
                }
            }
        }
    }

    private static string? Problem(Linter linter, SourceText source, LintedText before, Diagnostic finding, Fix fix)
    {
        var text = fix.Edits.Apply(source.Text);
        if (!IsKeptAround(source.Text, text, fix.Edits))
        {
            return "text outside the edits is not as it was";
        }

        var fixedSource = source.WithText(text);
        if (SourceText.FromBytes(fixedSource.ToBytes(), source.Path).Text != text)
        {
            return "the text does not survive being written";
        }

        return FixJudge.FindProblem(before, linter.Examine(new LintInput(fixedSource)), fix.Edits, [new ChosenFix(finding, fix)]);
    }

    // Written without EditSet.Apply, which is what is looked at here.
    private static bool IsKeptAround(string before, string after, EditSet edits)
    {
        var (position, shift) = (0, 0);
        foreach (var (span, newText) in edits.Edits)
        {
            if (string.CompareOrdinal(before, position, after, position + shift, span.Start - position) != 0)
            {
                return false;
            }

            position = span.End;
            shift += newText.Length - span.Length;
        }

        return before.Length + shift == after.Length
            && string.CompareOrdinal(before, position, after, position + shift, before.Length - position) == 0;
    }

    private static string? WindowsProblem(SourceText source, SourceText windows, LintResult there, Diagnostic finding)
    {
        var shift = source.Text.AsSpan(0, finding.Span.Start).Count('\n');
        var twin = there.Diagnostics.FirstOrDefault(other =>
            other.RuleId == finding.RuleId && other.Span.Start == finding.Span.Start + shift);
        if (twin is null)
        {
            return "it is not found";
        }

        var expected = finding.Fixes.Select(fix => WithCarriageReturns(fix.Edits.Apply(source.Text)));
        return expected.SequenceEqual(twin.Fixes.Select(fix => fix.Edits.Apply(windows.Text)), StringComparer.Ordinal) ? null
            : "the fixes differ";
    }
}
