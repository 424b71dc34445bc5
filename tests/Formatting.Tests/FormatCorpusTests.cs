using System.Text.Json;
using Dockerlint.Formatting;
using Dockerlint.Linting;
using Dockerlint.Rules;
using Dockerlint.Syntax;
using Dockerlint.Testing;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests.Formatting;

public sealed class FormatCorpusTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_real_file_keeps_its_meaning_and_is_stable(bool keepsKeys)
    {
        Assert.SkipWhen(SharedCorpus.Missing is not null, SharedCorpus.Missing ?? "");
        var changed = 0;
        foreach (var path in SharedCorpus.TrainFiles())
        {
            changed += Check(SourceText.FromBytes(File.ReadAllBytes(path), path), keepsKeys) ? 1 : 0;
        }

        Assert.InRange(changed, 300, 1000);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_file_of_the_engines_own_parser_tests_keeps_its_meaning_and_is_stable(bool keepsKeys)
    {
        Assert.SkipWhen(SharedCorpus.Missing is not null, SharedCorpus.Missing ?? "");
        foreach (var folder in (string[])["testfiles", "testfiles-negative", "testfile-line"])
        {
            foreach (var path in Directory.EnumerateFiles(
                SharedCorpus.BuildKitParserData(folder), "Dockerfile", SearchOption.AllDirectories))
            {
                Check(SourceText.FromBytes(File.ReadAllBytes(path), path), keepsKeys);
            }
        }

        foreach (var line in File.ReadLines(SharedCorpus.BuildKitParserData("dockerfiles-in-tests.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            Check(SourceText.From(json.RootElement.GetProperty("dockerfile").GetString()!), keepsKeys);
        }
    }

    [Fact]
    public void Formatting_adds_no_finding_in_the_strict_profile()
    {
        Assert.SkipWhen(SharedCorpus.Missing is not null, SharedCorpus.Missing ?? "");
        var linter = new Linter(RuleCatalog.For(Profile.Strict), new LintConfig { Profile = Profile.Strict });
        var worse = new List<string>();
        foreach (var path in SharedCorpus.TrainFiles())
        {
            var result = Formatter.Format(SourceText.FromBytes(File.ReadAllBytes(path), path));
            if (result.Outcome == FormatOutcome.Formatted)
            {
                var before = Count(linter, result.Before.Source);
                worse.AddRange(Count(linter, result.Text).Where(pair => pair.Value > before.GetValueOrDefault(pair.Key))
                    .Select(pair => $"{path}: {pair.Key}"));
            }
        }

        Assert.True(worse.Count == 0, string.Join('\n', worse));
    }

    private static Dictionary<string, int> Count(Linter linter, SourceText source) =>
        linter.Lint(new LintInput(source)).Diagnostics.GroupBy(finding => finding.RuleId)
            .ToDictionary(group => group.Key, group => group.Count());

    // True if the file was changed. What the formatter says of itself is held against a comparison of its own.
    internal static bool Check(SourceText source, bool keepsKeys, bool mayLeaveAlone = false)
    {
        var options = FormatOptions.Default with { KeepsKeys = keepsKeys };
        var result = Formatter.Format(source, options);
        Assert.True(result.Outcome != FormatOutcome.Unproved, $"{source.Path}: {result.Reason}\n{source.Text}");
        Assert.True(mayLeaveAlone || result.LeftAlone.Count == 0, $"{source.Path}: {string.Join(", ", result.LeftAlone)}\n{source.Text}");
        if (result.Outcome != FormatOutcome.Formatted)
        {
            Assert.Same(result.Before, result.After);
            return false;
        }

        Assert.Equal(Comments(result.Before), Comments(result.After));
        Assert.Equal(result.Before.Root.Instructions.Select(Shown), result.After.Root.Instructions.Select(Shown));
        Assert.True(!keepsKeys || result.Rebuilt.IsEmpty, $"{source.Path}: keys differ");
        var again = Formatter.Format(result.Text, options);
        Assert.True(again.Outcome == FormatOutcome.Unchanged,
            $"{source.Path} is not stable:\n{source.Text}\n---\n{result.Text.Text}\n---\n{again.Text.Text}");
        return true;
    }

    // Every blank, continuation and separator is taken out; what is left are the characters that mean something.
    private static string Shown(InstructionSyntax instruction)
    {
        var body = (instruction as OnbuildInstruction)?.Trigger ?? instruction;
        var flags = string.Join('|', body.Flags.Select(flag => $"{flag.Name}={flag.Value}").Order(StringComparer.Ordinal));
        var rest = instruction.LogicalLine.Text[(body.Flags.Count > 0 ? body.Flags[^1].LogicalSpan.End : body.Keyword.LogicalSpan.End)..];
        return $"{instruction.Name} {body.Name} {flags} "
            + $"{Characters(body is HealthcheckInstruction or FromInstruction ? rest.ToUpperInvariant() : rest)} "
            + string.Join('|', body.Heredocs.Select(heredoc => heredoc.Name + Characters(heredoc.Content)));
    }

    private static string Characters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not (';' or '\\')));

    private static List<string> Comments(SyntaxTree tree)
    {
        var lines = tree.Source.Text.TrimStart('\uFEFF').Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith('#'));
        return [.. lines];
    }
}
