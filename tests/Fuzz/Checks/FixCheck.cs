using Dockerlint.Linting;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Fuzz;

/// <summary>
/// Fixes: what comes out parses no worse, is what a fresh look finds, needs no second run, and has kept what was no part of it.
/// </summary>
internal static class FixCheck
{
    /// <summary>What is wrong with fixing an input.</summary>
    /// <param name="name">Who fixes, for the message.</param>
    /// <param name="linter">Finds and judges.</param>
    /// <param name="input">The file.</param>
    /// <param name="most">The boldest fixes that are wanted.</param>
    internal static FuzzFailure? Check(string name, Linter linter, LintInput input, Applicability most)
    {
        var who = $"{name} {most}".ToLowerInvariant();
        var loop = new FixLoop(linter, new FixSelection(most));
        var result = loop.Run(input);
        if (result.Applied.Count == 0)
        {
            return result.Source.Text == input.Source.Text ? null : new FuzzFailure($"{who}: text without a fix", result.Source.Text);
        }

        var applied = string.Join(", ", result.Applied.Select(fix => fix.Finding.RuleId).Distinct().Order(StringComparer.Ordinal));
        FuzzFailure Fail(string kind, string message) =>
            new($"{who}: {kind} ({applied})",
            $"{message}\n--- after "
            + $"---\n{VisibleText.Escape(result.Source.Text, keepTabs: true).Replace("\\n", "\n", StringComparison.Ordinal)}");
        if (SourceText.FromBytes(result.Source.ToBytes(), "Dockerfile").Text != result.Source.Text)
        {
            return Fail("text that cannot be written", "bytes and text differ");
        }

        if (ParseCheck.Check(result.Source, out var tree) is { } broken)
        {
            return Fail(broken.Kind, broken.Message);
        }

        var lines = result.IgnoreLines;
        var fresh = linter.Lint(
            input with { Source = result.Source, Context = lines.Count > 0 ? input.Context?.WithIgnoreLines(lines) : input.Context });
        if (NewError(result.Before, fresh) is { } added)
        {
            return Fail("new syntax error", added);
        }

        if (!Outline(fresh).SequenceEqual(Outline(result.After)))
        {
            return Fail("findings that are not those of a fresh look",
                string.Join('\n', Outline(fresh).Except(Outline(result.After)).Concat(Outline(result.After).Except(Outline(fresh)))));
        }

        if (result.IsFinished
            && loop.Run(input with
            {
                Source = result.Source,
                Context = lines.Count > 0 ? input.Context?.WithIgnoreLines(lines)
            : input.Context
            }) is { Applied.Count: > 0 } second)
        {
            return Fail("second run", $"fixes {string.Join(", ", second.Applied.Select(fix => fix.Finding.RuleId))}");
        }

        if (most == Applicability.Safe && Lost(result.Before, DockerfileParser.Parse(input.Source), tree) is { Count: > 0 } lost)
        {
            return Fail("comments lost", string.Join('\n', lost));
        }

        return null;
    }

    private static bool IsError(Diagnostic finding) => finding.RuleId == Linter.SyntaxErrorId;

    // One that is told in other words is another one.
    private static string? NewError(LintResult before, LintResult after)
    {
        var known = before.Diagnostics.Where(IsError).GroupBy(error => error.Message)
            .ToDictionary(group => group.Key, group => group.Count());
        return after.Diagnostics.Where(IsError).GroupBy(error => error.Message)
            .FirstOrDefault(group => group.Count() > known.GetValueOrDefault(group.Key))?.Key;
    }

    private static IEnumerable<(string, TextSpan, string)> Outline(LintResult result) =>
        result.Diagnostics.Select(finding => (finding.RuleId, finding.Span, finding.Message));

    // Comments that switch findings off may go when they switch off nothing any more, and what was nearly such a comment may become one.
    private static List<string> Lost(LintResult told, SyntaxTree before, SyntaxTree after)
    {
        // One that was meant to be such a comment is told, and goes like it.
        var meant = told.Diagnostics.Where(finding => finding.RuleId == Linter.UnusedSuppressionId)
            .Select(finding => before.Source.ToString(finding.Span).Trim()).ToHashSet(StringComparer.Ordinal);
        var kept = Comments(after).GroupBy(text => text).ToDictionary(group => group.Key, group => group.Count());
        var lost = new List<string>();
        foreach (var comment in Comments(before))
        {
            if (kept.GetValueOrDefault(comment) is var count && count > 0)
            {
                kept[comment] = count - 1;
            }
            else if (!IsSuppression(comment) && !meant.Contains(comment))
            {
                lost.Add(comment);
            }
        }

        var mended = kept.Where(entry => IsSuppression(entry.Key)).Sum(entry => entry.Value);
        return lost.Count > mended ? lost : [];
    }

    private static bool IsSuppression(string comment) =>
        comment.Contains("lint", StringComparison.OrdinalIgnoreCase) || comment.Contains("check", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Comments(SyntaxTree tree) => tree.Root.Tokens()
        .SelectMany(token => token.LeadingTrivia.Concat(token.TrailingTrivia))
        .Where(trivia => trivia.Kind == TriviaKind.Comment).Select(trivia => tree.Source.ToString(trivia.Span).Trim());
}
