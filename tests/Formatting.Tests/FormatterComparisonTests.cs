using System.Globalization;
using System.Text;
using Dockerlint.Formatting;
using Dockerlint.Syntax;
using Dockerlint.Testing;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests.Formatting;

/// <summary>
/// What other formatters make of real files, beside ours. eng/compare-formatters runs them, names the folder of their results in
/// DOCKERLINT_FORMATTERS, and has the table of the documentation written.
/// </summary>
public sealed class FormatterComparisonTests
{
    private static readonly (string Folder, string Name)[] s_others =
    [
        ("dockerfmt", "`@reteps/dockerfmt` 0.5.4"), ("dprint", "`dprint`, Dockerfile plugin 0.6.0"),
        ("dockerfile-utils", "`dockerfile-utils format` 0.16.3"),
    ];

    [Fact]
    public void The_table_of_the_documentation_is_what_the_formatters_do()
    {
        var results = Environment.GetEnvironmentVariable("DOCKERLINT_FORMATTERS");
        Assert.SkipWhen(string.IsNullOrEmpty(results),
            "DOCKERLINT_FORMATTERS names no folder with results of other formatters: eng/compare-formatters makes one");
        Assert.SkipWhen(SharedCorpus.Missing is not null, SharedCorpus.Missing ?? "");
        var files = SharedCorpus.TrainFiles().Where(path => path.EndsWith("Dockerfile", StringComparison.Ordinal))
            .Select(path => (Path: path, Tree: DockerfileParser.Parse(SourceText.FromBytes(File.ReadAllBytes(path), path))))
            .Where(file => file.Tree.Errors.Count == 0).ToList();
        var text = new StringBuilder($"Of {files.Count} real files that the engine accepts:\n\n"
            + "| formatter | changes | refuses | result is rejected | instructions lost or new | words or scripts differ | comments lost "
                + "or moved |\n|---|--:|--:|--:|--:|--:|--:|\n");
        text.Append(Row("`dockerlint fmt`", files.Select(file => Ours(file.Tree))));
        foreach (var (folder, name) in s_others)
        {
            text.Append(Row(
                name, files.Select(file => Theirs(Path.Combine(results!, folder, SharedCorpus.RelativePath(file.Path)), file.Tree))));
        }

        Snapshot.MatchPart(text.ToString(), "<!-- formatters -->\n\n", "\n<!-- end of formatters -->", "docs", "format.md");
    }

    private static (bool IsChanged, FormatVerdict Verdict) Ours(SyntaxTree before)
    {
        var result = Formatter.Format(before);
        var isRefused = result.Outcome is FormatOutcome.Template or FormatOutcome.Unproved;
        return (result.Outcome == FormatOutcome.Formatted, isRefused ? FormatVerdict.Refused : FormatJudge.Judge(before, result.After));
    }

    private static (bool IsChanged, FormatVerdict Verdict) Theirs(string path, SyntaxTree before)
    {
        if (!File.Exists(path))
        {
            Assert.True(File.Exists(path + ".refused"), $"there is no {path}");
            return (false, FormatVerdict.Refused);
        }

        var after = DockerfileParser.Parse(SourceText.FromBytes(File.ReadAllBytes(path), path));
        var verdict = FormatJudge.Judge(before, after);
        if (verdict != FormatVerdict.Same)
        {
            // To be looked at by who doubts the figures.
            File.WriteAllText(path + ".verdict", verdict.ToString());
        }

        return (before.Source.Text.TrimEnd() != after.Source.Text.TrimEnd(), verdict);
    }

    private static string Row(string name, IEnumerable<(bool IsChanged, FormatVerdict Verdict)> outcomes)
    {
        var all = outcomes.ToList();
        FormatVerdict[] columns =
            [FormatVerdict.Refused, FormatVerdict.Rejected, FormatVerdict.Instructions, FormatVerdict.Words, FormatVerdict.Comments];
        var counts = columns.Select(column => all.Count(outcome => outcome.Verdict == column).ToString(CultureInfo.InvariantCulture));
        return $"| {name} | {all.Count(outcome => outcome.IsChanged)} | {string.Join(" | ", counts)} |\n";
    }
}
