using System.Text;
using Dockerlint.Linting;
using Dockerlint.Rules;
using Dockerlint.Testing;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>The everyday files of the practice guide this linter was made for: good ones stay nearly silent.</summary>
public sealed class FundamentalsTests
{
    private static readonly string s_folder = RepositoryRoot.Combine("tests", "Rules.Tests", "Fundamentals");

    [Theory]
    // An application image that runs as root: the guide itself asks for a USER.
    [InlineData("basic", "DK2001")]
    [InlineData("multi-stage", "DK2001")]
    [InlineData("volume")]
    [InlineData("health-check")]
    // Its health check ends in success whatever happens.
    [InlineData("etl-pipeline", "DK2001", "DK6027")]
    [InlineData("cache-right")]
    [InlineData("cache-wrong")]
    public void Of_security_reproducibility_and_correctness_only_a_missing_user_and_a_hollow_health_check_are_said(
        string name, params string[] expected) =>
        Assert.Equal(expected, Lint(name).Select(diagnostic => diagnostic.RuleId).Where(id => id[..3] is "DK2" or "DK5" or "DK6"));

    [Fact]
    public void The_default_profile_says_of_all_of_them_what_a_careful_reviewer_would()
    {
        var builder = new StringBuilder();
        foreach (var file in Directory.EnumerateFiles(s_folder, "*.Dockerfile").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            var source = Read(name);
            foreach (var diagnostic in Lint(name))
            {
                builder.Append(name).Append(':').Append(source.Lines.GetLine(diagnostic.Span.Start)).Append(' ')
                    .Append(diagnostic.RuleId).Append(' ').Append(diagnostic.Severity).Append(": ").Append(diagnostic.Message).Append('\n');
            }
        }

        Snapshot.Match(builder.ToString());
    }

    [Fact]
    public void Every_example_of_the_guide_is_among_them()
    {
        Assert.SkipWhen(SharedCorpus.Missing is not null, SharedCorpus.Missing ?? "");
        var guide = File.ReadAllText(SharedCorpus.At(Path.Combine("..", "spec", "docker-fundamentals.md"))).ReplaceLineEndings("\n");
        var examples = guide.Split("```dockerfile\n").Skip(1).Select(part => part[..part.IndexOf("```", StringComparison.Ordinal)])
            .SelectMany(text => text.Split("\n\n# \u2705").Select((part, index) => Instructions(index == 0 ? part : "# \u2705" + part)))
                .ToHashSet(StringComparer.Ordinal);
        var files = Directory.EnumerateFiles(s_folder, "*.Dockerfile").Select(file => Instructions(File.ReadAllText(file)))
            .ToHashSet(StringComparer.Ordinal);
        Assert.Equal(7, examples.Count);
        Assert.Equal(examples.Order(StringComparer.Ordinal), files.Order(StringComparer.Ordinal));
    }

    private static string Instructions(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Where(line => line.Length > 0));

    internal static SourceText Read(string name) =>
        SourceText.From(File.ReadAllText(Path.Combine(s_folder, name + ".Dockerfile")).ReplaceLineEndings("\n"), name);

    private static IReadOnlyList<Diagnostic> Lint(string name) =>
        new Linter(RuleCatalog.For(Profile.Default), MarkedCase.DefaultConfig).Lint(Read(name));
}
