using System.Globalization;
using Dockerlint.Linting;
using Dockerlint.Rules;
using Dockerlint.Testing;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>What Docker Engine 28.5.2 prints for <c>docker build --check</c> against the BuildKit profile, rule and line.</summary>
public sealed class BuildKitCorpusTests
{
    [Fact]
    public void The_buildkit_profile_reports_what_the_engine_reports_on_every_corpus_file()
    {
        Assert.SkipWhen(SharedCorpus.Missing is not null, SharedCorpus.Missing ?? "");
        var rows = File.ReadAllLines(SharedCorpus.At("buildkit-checks.tsv")).Skip(1).Select(line => line.Split('\t'))
            .ToLookup(columns => columns[0], columns => (Line: int.Parse(columns[1], CultureInfo.InvariantCulture), Rule: columns[2]));
        var train = SharedCorpus.At("train");
        var differences = new List<string>();
        var compared = 0;
        foreach (var file in SharedCorpus.TrainFiles())
        {
            var name = Path.GetRelativePath(train, file).Replace('\\', '/');
            var expected = Numbered(rows[name]);

            // The engine stops checking at an error, and at a base image it cannot get; what it printed before must be there.
            var hasStopped = expected.RemoveWhere(row => row.Rule is "buildError" or "unresolved") > 0;
            var source = SourceText.FromBytes(File.ReadAllBytes(file), name);
            var actual = Numbered(
                BuildKit.Lint(source).Select(found => (Line: source.Lines.GetLine(found.Span.Start), Rule: found.RuleId)));

            // Newer releases than the engine's exempt these names.
            expected.RemoveWhere(row => row.Rule == "SecretsUsedInArgOrEnv" && IsExempt(source, row.Line));
            compared += expected.Count;
            differences.AddRange(expected.Except(actual).Select(row => $"{name}:{row.Line}: {row.Rule} is missing"));
            if (!hasStopped)
            {
                differences.AddRange(actual.Except(expected).Select(row => $"{name}:{row.Line}: {row.Rule} is one too many"));
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} differences:\n{string.Join('\n', differences)}");
        Assert.True(compared > 900, $"only {compared} findings were compared");
    }

    private static bool IsExempt(SourceText source, int line) => source.Slice(source.Lines.GetLineSpan(line)).ToString()
        .Split(' ', '=', '_').Any(part => part.Equals("file", StringComparison.OrdinalIgnoreCase)
            || part.Equals("version", StringComparison.OrdinalIgnoreCase));

    // Two findings of one rule on one line, such as two undefined variables, stay two.
    private static HashSet<(int Line, string Rule, int Number)> Numbered(IEnumerable<(int Line, string Rule)> findings) =>
        [.. findings.GroupBy(finding => finding)
            .SelectMany(group => group.Select((finding, number) => (finding.Line, finding.Rule, number)))];
}
