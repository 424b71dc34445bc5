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
        [.. RuleCatalog.All.Concat(RuleCatalog.Variants(Profiles.Hadolint)).Concat(RuleCatalog.Variants(Profiles.BuildKit))
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
    [InlineData(Applicability.Safe, Profiles.Default)]
    [InlineData(Applicability.Unsafe, Profiles.Default)]
    [InlineData(Applicability.Safe, Profiles.Strict)]
    [InlineData(Applicability.Unsafe, Profiles.Strict)]
    public void All_fixes_together_hold_and_a_second_run_changes_nothing(Applicability most, Profiles profile)
    {
        Assert.SkipWhen(SharedCorpus.Missing is not null, SharedCorpus.Missing ?? "");
        var loop = new FixLoop(new Linter(RuleCatalog.For(profile)), new FixSelection(most));
        var problems = new List<string>();
        foreach (var (source, windows) in FixSweep.Files())
        {
            var result = loop.Run(new LintInput(source));
            problems.AddRange(result.Rejected.Select(rejected =>
                $"{source.Path}:{result.Source.Lines.GetLine(rejected.Finding.Span.Start)}: {rejected.Finding.RuleId}, {rejected.Fix.Title}: {rejected.Reason}"));
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

            if (windows is not null && result.Applied.Count > 0 && loop.Run(new LintInput(windows)).Source.Text != FixSweep.WithCarriageReturns(result.Source.Text))
            {
                problems.Add($"{source.Path}: with CRLF the result differs");
            }
        }

        Assert.True(problems.Count == 0, $"{problems.Count} problems:\n{string.Join('\n', problems.Take(40))}");
    }
}
