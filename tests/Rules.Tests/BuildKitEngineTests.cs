using System.Globalization;
using System.Text.Json;
using Dockerlint.Linting;
using Dockerlint.Syntax;
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

            // What newer frontends than the engine's do otherwise; see docs/buildkit-checks.md. NewestFrontendTests has those.
            var tree = DockerfileParser.Parse(source);
            expected.RemoveAll(row => row.EndsWith(" CopyIgnoredFile", StringComparison.Ordinal));
            actual.RemoveAll(row => row.EndsWith(" CopyIgnoredFile", StringComparison.Ordinal));
            seen.UnionWith(expected.Select(row => row[(row.IndexOf(' ') + 1)..]));
            foreach (var row in expected)
            {
                if (!actual.Remove(row) && !(row.EndsWith(" SecretsUsedInArgOrEnv", StringComparison.Ordinal) && HasExemptName(tree, row)))
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

        // The file that is left out has tests of its own.
        // The platform of a base image is the one thing no local engine can be brought to complain of.
        Assert.Equal(
            BuildKitChecks.Names.Except(["InvalidBaseImagePlatform", "CopyIgnoredFile"]).Order(StringComparer.Ordinal),
            seen.Order(StringComparer.Ordinal));
    }

    private static bool HasExemptName(SyntaxTree tree, string row)
    {
        var line = tree.Source.Lines.GetLineSpan(int.Parse(row.Split(' ')[0], CultureInfo.InvariantCulture));
        return tree.Root.InstructionAt(line.Start) is KeyValueInstruction pairs
            && pairs.Pairs.SelectMany(pair => pair.Key.RawText.Split('_'))
            .Any(part => part.Equals("file", StringComparison.OrdinalIgnoreCase)
                || part.Equals("version", StringComparison.OrdinalIgnoreCase));
    }
}
