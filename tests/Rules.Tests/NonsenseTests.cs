using Dockerlint.Linting;
using Dockerlint.Rules;
using Dockerlint.Testing;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>Commands without their arguments, empty strings, torn files: no rule may fail on them.</summary>
public sealed class NonsenseTests
{
    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(RepositoryRoot.Combine("tests", "Rules.Tests", "Nonsense")).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void No_rule_fails_on_nonsense_wherever_the_file_is_torn(string name)
    {
        var text = File.ReadAllText(RepositoryRoot.Combine("tests", "Rules.Tests", "Nonsense", name));
        var linter = new Linter(RuleCatalog.All, MarkedCase.Config);
        for (var length = text.Length; length >= 0; length -= length % 7 == 0 ? 11 : 13)
        {
            foreach (var torn in new[] { text[..length], "FROM scratch\n" + text[length..].ReplaceLineEndings("\r\n") })
            {
                var failures = linter.Lint(SourceText.From(torn)).Where(diagnostic => diagnostic.RuleId == Linter.InternalErrorId).Select(diagnostic => diagnostic.Message).ToList();
                Assert.True(failures.Count == 0, $"at {length}: {string.Join(", ", failures)}");
            }
        }
    }
}
