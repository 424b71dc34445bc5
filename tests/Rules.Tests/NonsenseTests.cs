using Dockerlint.Linting;
using Dockerlint.Rules;
using Dockerlint.Testing;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>Commands without their arguments, empty strings, torn files: no rule may fail on them.</summary>
public sealed class NonsenseTests
{
    // The peers' profiles have variants of their own of many rules.
    private static readonly Linter[] s_linters =
        [.. new[] { Profile.Strict, Profile.Hadolint, Profile.BuildKit }.Select(profile =>
            new Linter(RuleCatalog.For(profile), MarkedCase.Config))];

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(RepositoryRoot.Combine("tests", "Rules.Tests", "Nonsense")).Select(file => Path.GetFileName(file)!)
            .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void No_rule_fails_on_nonsense_wherever_the_file_is_torn(string name)
    {
        var text = File.ReadAllText(RepositoryRoot.Combine("tests", "Rules.Tests", "Nonsense", name));
        for (var length = text.Length; length >= 0; length -= length % 7 == 0 ? 11 : 13)
        {
            foreach (var torn in new[] { text[..length], "FROM scratch\n" + text[length..].ReplaceLineEndings("\r\n") })
            {
                var failures = Failures(torn);
                Assert.True(failures.Count == 0, $"at {length}: {string.Join(", ", failures)}");
            }
        }
    }

    [Fact]
    public void No_rule_fails_on_examples_with_a_character_too_much_too_few_or_wrong()
    {
        var random = new Random(20261);
        string[] marks = ["", "\"", "'", "\\", " ", "\n", "$", "${", "=", "[", "]", "#", "<<A", "-", "--", "/", ":", "@", "&&", "|", ";",
            "`", "(", "\t", "\0", "é"];
        foreach (var text in RuleCatalog.All.SelectMany(rule => rule.Info.Doc.Examples)
            .SelectMany(example => new[] { example.Bad, example.Good }).Distinct())
        {
            for (var round = 0; round < 6; round++)
            {
                var damaged = text;
                for (var blow = 0; blow <= round / 2; blow++)
                {
                    var at = random.Next(damaged.Length);
                    damaged = damaged[..at] + marks[random.Next(marks.Length)] + damaged[Math.Min(damaged.Length, at + random.Next(3))..];
                }

                var failures = Failures(damaged);
                Assert.True(failures.Count == 0, $"{string.Join(", ", failures)}:\n{damaged}");
            }
        }
    }

    private static List<string> Failures(string text) => [.. s_linters.SelectMany(linter => linter.Lint(SourceText.From(text)))
        .Where(diagnostic => diagnostic.RuleId == Linter.InternalErrorId).Select(diagnostic => diagnostic.Message)];
}
