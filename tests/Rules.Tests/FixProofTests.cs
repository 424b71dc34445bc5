using System.Collections.Immutable;
using Dockerlint.Linting;
using Dockerlint.Rules;
using Dockerlint.Syntax;
using Dockerlint.Testing;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>What every fix of every rule owes, shown on every file of the corpus.</summary>
public sealed class FixProofTests
{
    public static TheoryData<string> FixableIds =>
        [.. RuleCatalog.All.Concat(RuleCatalog.Variants(Profile.Hadolint)).Concat(RuleCatalog.Variants(Profile.BuildKit))
            .Where(rule => rule.Info.Fix != FixAvailability.None).Select(rule => rule.Info.Id).Distinct()];

    [Theory]
    [MemberData(nameof(FixableIds))]
    public void Each_fix_alone_removes_its_finding_adds_none_and_touches_nothing_else(string id)
    {
        Assert.SkipWhen(SharedCorpus.Missing is not null, SharedCorpus.Missing ?? "");
        var problems = FixSweep.ProblemsOf(id);
        Assert.True(problems.Count == 0, $"{problems.Count} problems:\n{string.Join('\n', problems.Take(20))}");
    }

    [Theory]
    [InlineData(Applicability.Safe, "default")]
    [InlineData(Applicability.Unsafe, "default")]
    [InlineData(Applicability.Safe, "strict")]
    [InlineData(Applicability.Unsafe, "strict")]
    public void All_fixes_together_hold_and_a_second_run_changes_nothing(Applicability most, string profile)
    {
        Assert.SkipWhen(SharedCorpus.Missing is not null, SharedCorpus.Missing ?? "");
        var loop = new FixLoop(new Linter(RuleCatalog.For(Profile.All.Single(one => one.Name == profile))), new FixSelection(most));
        var problems = new List<string>();
        foreach (var (source, windows) in FixSweep.Files())
        {
            var result = loop.Run(new LintInput(source));
            problems.AddRange(result.Rejected.Select(rejected =>
                $"{source.Path}:{result.Source.Lines.GetLine(rejected.Finding.Span.Start)}: {rejected.Finding.RuleId}, "
                    + $"{rejected.Fix.Title}: {rejected.Reason}"));
            if (!result.IsFinished)
            {
                problems.Add($"{source.Path}: not finished after {FixLoop.MostRounds} rounds");
            }

            if (DockerfileParser.Parse(result.Source).Errors.Count > DockerfileParser.Parse(source).Errors.Count)
            {
                problems.Add($"{source.Path}: there are more syntax errors");
            }

            if (loop.Run(new LintInput(result.Source)).Source.Text != result.Source.Text)
            {
                problems.Add($"{source.Path}: a second run changes something");
            }

            if (windows is not null && result.Applied.Count > 0
                && loop.Run(new LintInput(windows)).Source.Text != FixSweep.WithCarriageReturns(result.Source.Text))
            {
                problems.Add($"{source.Path}: with CRLF the result differs");
            }
        }

        Assert.True(problems.Count == 0, $"{problems.Count} problems:\n{string.Join('\n', problems.Take(40))}");
    }

    [Theory]
    [InlineData(1, Applicability.Safe)]
    [InlineData(2, Applicability.Unsafe)]
    [InlineData(3, Applicability.Unsafe)]
    public void Any_choice_of_rules_leaves_what_a_fresh_look_finds_and_a_second_run_changes_nothing(int seed, Applicability most)
    {
        Assert.SkipWhen(SharedCorpus.Missing is not null, SharedCorpus.Missing ?? "");
        var random = new Random(seed);
        var linter = new Linter(RuleCatalog.For(Profile.Strict));
        var problems = new List<string>();
        foreach (var (source, _) in FixSweep.Files().Where(_ => random.Next(10) == 0))
        {
            var chosen = RuleCatalog.All.Select(rule => rule.Info.Id).Where(_ => random.Next(2) == 0)
                .ToImmutableHashSet(StringComparer.Ordinal);
            var loop = new FixLoop(linter, new FixSelection(most, chosen));
            var result = loop.Run(new LintInput(source));
            var fresh = linter.Lint(new LintInput(result.Source)).Diagnostics;
            if (!fresh.Select(Shown).SequenceEqual(result.After.Diagnostics.Select(Shown)))
            {
                problems.Add($"{source.Path}: what is left differs from what a fresh look finds");
            }

            if (result.IsFinished && loop.Run(new LintInput(result.Source)).Source.Text != result.Source.Text)
            {
                problems.Add($"{source.Path}: a second run changes something");
            }
        }

        Assert.True(problems.Count == 0, $"{problems.Count} problems:\n{string.Join('\n', problems.Take(40))}");
    }

    private static (string, TextSpan, string) Shown(Diagnostic finding) => (finding.RuleId, finding.Span, finding.Message);
}
