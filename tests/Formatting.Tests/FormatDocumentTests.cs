using System.Text;
using Dockerlint.Formatting;
using Dockerlint.Linting.Config;
using Dockerlint.Testing;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests.Formatting;

public sealed class FormatDocumentTests
{
    public static TheoryData<string> Titles => [.. FormatExamples.All.Select(example => example.Title)];

    [Fact]
    public void The_pairs_of_the_documentation_are_what_the_formatter_makes_of_them()
    {
        var text = new StringBuilder();
        foreach (var example in FormatExamples.All)
        {
            var result = Format(example);
            text.Append($"### {example.Title}{(example.Options.Length > 0 ? $" (`{example.Options}`)" : "")}\n\n");
            text.Append(example.Note.Length > 0 ? example.Note + "\n\n" : "");
            text.Append($"```dockerfile\n{example.Before}```\n\n```dockerfile\n{result.Text.Text}```\n\n");
        }

        Snapshot.MatchPart(text.ToString(), "<!-- pairs -->\n\n", "<!-- end -->", "docs", "format.md");
    }

    [Fact]
    public void The_options_of_the_documentation_are_those_there_are()
    {
        var text = new StringBuilder("| key | values | what it says |\n|---|---|---|\n");
        foreach (var key in FormatKey.All)
        {
            var values = (key.Most > 0 ? [$"{key.Least} to {key.Most}", .. key.Choices] : key.Choices.ToArray())
                .Select(value => $"`{value}`");
            text.Append($"| `{key.Name}` | {string.Join(", ", values)} | {key.Summary} |\n");
        }

        Snapshot.MatchPart(text.ToString(), "<!-- options -->\n\n", "\n<!-- end of options -->", "docs", "format.md");
    }

    [Theory]
    [MemberData(nameof(Titles))]
    public void Every_pair_is_changed_proved_and_stable(string title)
    {
        var example = FormatExamples.All.Single(example => example.Title == title);
        var result = Format(example);
        Assert.Equal(FormatOutcome.Formatted, result.Outcome);
        Assert.Empty(result.LeftAlone);
        var again = Formatter.Format(result.Text, Options(example));
        Assert.Equal(FormatOutcome.Unchanged, again.Outcome);
        Assert.True(!example.KeepsKeys || result.Rebuilt.IsEmpty);
    }

    private static FormatResult Format(FormatExample example) => Formatter.Format(SourceText.From(example.Before), Options(example));

    private static FormatOptions Options(FormatExample example) => new() { Style = example.Style, KeepsKeys = example.KeepsKeys };
}
