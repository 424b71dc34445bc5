using System.Globalization;
using Dockerlint.Linting;
using Dockerlint.ShellCheck;
using Dockerlint.Testing;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>
/// SC findings of the corpus in hadolint's profile against what hadolint 2.15.1 printed with ShellCheck 0.11. Codes that another
/// version of ShellCheck has, or judges in another way, are named; anything else is a difference of ours.
/// </summary>
public sealed class HadolintShellCheckTests(ITestOutputHelper output)
{
    [Fact]
    public void Nearly_all_findings_of_hadolint_are_found_and_no_others()
    {
        Assert.SkipWhen(SharedCorpus.Missing is not null, SharedCorpus.Missing ?? "");
        var checker = ShellChecker.Find(Profiles.Hadolint);
        Assert.SkipWhen(checker is null, "there is no shellcheck on PATH");
        var rows = File.ReadAllLines(SharedCorpus.At("hadolint-findings.tsv")).Skip(1).Select(line => line.Split('\t')).ToList();
        var broken = rows.Where(row => row[2] == "DL1000").Select(row => row[0]).ToHashSet();
        var expected = rows.Where(row => row[2].StartsWith("SC", StringComparison.Ordinal) && !broken.Contains(row[0]))
            .Select(row => (File: row[0], Line: int.Parse(row[1], CultureInfo.InvariantCulture), Code: row[2])).ToHashSet();
        var actual = new HashSet<(string File, int Line, string Code)>();
        foreach (var batch in SharedCorpus.TrainFiles().Chunk(50))
        {
            var sources = batch.Select(file => SourceText.FromBytes(File.ReadAllBytes(file), Path.GetRelativePath(SharedCorpus.At("train"), file).Replace('\\', '/'))).ToList();
            Assert.Null(checker!.Check(sources, out var findings));
            actual.UnionWith(sources.Zip(findings).SelectMany(pair => pair.Second.Select(finding =>
                (pair.First.Path, pair.First.Lines.GetLine(finding.Span.Start), finding.RuleId))));
        }

        actual.RemoveWhere(finding => broken.Contains(finding.File));
        var both = expected.Intersect(actual).Count();
        output.WriteLine($"{both} of {expected.Count} found; {actual.Count - both} others");
        foreach (var row in expected.Except(actual).Select(row => $"- {row}").Concat(actual.Except(expected).Select(row => $"+ {row}")).Order(StringComparer.Ordinal))
        {
            output.WriteLine(row);
        }

        Assert.True(both >= expected.Count * 0.9, $"{both} of {expected.Count}");
    }
}
