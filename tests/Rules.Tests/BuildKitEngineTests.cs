using System.Text.Json;
using Dockerlint.Linting;
using Dockerlint.Testing;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>Small Dockerfiles around each check, and what Docker Engine 28.5.2 said of them (<c>docker build --check</c>).</summary>
public sealed class BuildKitEngineTests
{
    [Fact]
    public void The_buildkit_profile_reports_what_the_engine_reported_on_small_files()
    {
        var differences = new List<string>();
        var seen = new HashSet<string>();
        foreach (var line in File.ReadLines(RepositoryRoot.Combine("tests", "Rules.Tests", "Data", "buildkit-checks.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            var source = SourceText.From(json.RootElement.GetProperty("dockerfile").GetString()!);
            var input = new LintInput(
                source)
            { DockerIgnore = json.RootElement.TryGetProperty("dockerignore", out var ignore) ? ignore.GetString() : null };
            var expected = json.RootElement.GetProperty("findings").EnumerateArray()
                .Select(row => $"{row[0].GetInt32()} {row[1].GetString()}").Order(StringComparer.Ordinal).ToList();
            var actual = BuildKit.Lint(input).Where(found => found.RuleId != Linter.SyntaxErrorId)
                .Select(found => $"{source.Lines.GetLine(found.Span.Start)} {found.RuleId}").Order(StringComparer.Ordinal).ToList();
            seen.UnionWith(expected.Select(row => row[(row.IndexOf(' ') + 1)..]));
            foreach (var row in expected)
            {
                if (!actual.Remove(row))
                {
                    differences.Add($"{row} is missing in\n{source.Text}");
                }
            }

            // Where the engine stopped at an error, what it would have found behind it is not known.
            if (!json.RootElement.TryGetProperty("stops", out _))
            {
                differences.AddRange(actual.Select(row => $"{row} is one too many in\n{source.Text}"));
            }
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));

        // The platform of a base image is the one thing no local engine can be brought to complain of.
        Assert.Equal(
            BuildKitChecks.Names.Except(["InvalidBaseImagePlatform"]).Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }
}
