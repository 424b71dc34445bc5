using System.Text;
using Dockerlint.Linting;
using Dockerlint.Rules;
using Dockerlint.Testing;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>
/// docs/hadolint-compatibility.md is made from the cases in the folder Compatibility, each run here in both profiles, and from those of the
/// rules
/// on instructions. With DOCKERLINT_ACCEPT=1 the document is written anew.
/// </summary>
public sealed class HadolintCompatibilityTests
{
    public static TheoryData<string> Cases => [.. All().Select(entry => entry.ToString())];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_case_is_as_described(string shown)
    {
        var entry = All().Single(entry => entry.ToString() == shown);
        Assert.Equal(entry.Theirs, Lines(Profile.Hadolint, entry));
        Assert.Equal(entry.Ours, Lines(Profile.Default, entry));
        Assert.NotEqual(entry.Theirs, entry.Ours);
        Assert.NotEmpty(entry.Why);
    }

    [Fact]
    public void The_document_is_what_the_cases_say() => Snapshot.MatchDocument(Document(), "docs", "hadolint-compatibility.md");

    private static string Document()
    {
        var builder = new StringBuilder("""
            # Where Dockerlint differs from hadolint

            With the profile `hadolint` the verdicts are hadolint's, quirk for quirk. The default profile keeps hadolint's codes but decides
            some cases otherwise: it looks variables up, knows which options take a value, sees which stages end up in an image, and
            points at the very word. This table is made from cases that the tests run in both profiles; the numbers are the lines of the findings.

            Other differences hold everywhere: a finding stands at the word, not at the first line of the instruction, and there may be
            several in one instruction; a script in exec form, in PowerShell or in another language is not read as bash; a file with a syntax error is
            still linted. What a build rejects (DL1000) is told in the default profile; in the profile `hadolint` only where the text itself cannot be
            read. Versions of distribution packages (DL3008, DL3018, DL3033, DL3037, DL3041) are information by default, not warnings.

            | Rule | Dockerfile | hadolint | Dockerlint | Why |
            |---|---|---|---|---|

            """);
        foreach (var entry in All().Concat(OfInstructions()).OrderBy(entry => entry.Rule, StringComparer.Ordinal))
        {
            builder.Append("| ").Append(entry.Rule).Append(" | ").Append(Code(entry.Dockerfile)).Append(" | ").Append(entry.Theirs)
                .Append(" | ").Append(entry.Ours).Append(" | ").Append(entry.Why).Append(" |\n");
        }

        return builder.ToString().ReplaceLineEndings("\n");
    }

    private static string Code(string dockerfile) => "<code>" + dockerfile.TrimEnd('\n')
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace("|", "&#124;", StringComparison.Ordinal)
        .Replace("`", "&#96;", StringComparison.Ordinal).Replace("*", "&#42;", StringComparison.Ordinal)
            .Replace("\n", "<br>", StringComparison.Ordinal) + "</code>";

    private static string Lines(Profile profile, Case entry)
    {
        var source = SourceText.From(entry.Dockerfile);
        var lines = new Linter(RuleCatalog.For(profile), new LintConfig { Profile = profile }).Lint(source)
            .Where(finding => finding.RuleId == entry.Rule).Select(finding => source.Lines.GetLine(finding.Span.Start)).Distinct().ToList();
        return Shown(lines);
    }

    private static IEnumerable<Case> All() =>
        Directory.EnumerateFiles(RepositoryRoot.Combine("tests", "Rules.Tests", "Compatibility"), "*.txt").Order(StringComparer.Ordinal)
            .SelectMany(Read);

    /// <summary>The cases of rules on instructions, which their own tests run.</summary>
    private static IEnumerable<Case> OfInstructions() => InstructionDifference.All.Select(entry => new Case(
        entry.Rule,
        Shown(entry.Theirs),
        Shown(entry.Ours),
        entry.Why + (entry.Registries.Count > 0 ? $" (trusted registries: {string.Join(", ", entry.Registries)})" : "")
            + (entry.Labels.Count > 0 ? " (label schema: "
                + $"{string.Join(", ", entry.Labels.Select(label => $"{label.Key}: {label.Value.ToString().ToLowerInvariant()}"))})" : ""),
        entry.Dockerfile));

    private static string Shown(IReadOnlyCollection<int> lines) => lines.Count == 0 ? "-" : string.Join(", ", lines);

    private static IEnumerable<Case> Read(string file)
    {
        foreach (var section in ("\n" + File.ReadAllText(file).ReplaceLineEndings("\n")).Split("\n## ").Skip(1))
        {
            var end = section.IndexOf('\n', StringComparison.Ordinal);
            var cells = section[..end].Split(" | ", 4);
            yield return new Case(cells[0], cells[1], cells[2], cells[3], section[(end + 1)..].TrimEnd('\n') + "\n");
        }
    }

    private sealed record Case(string Rule, string Theirs, string Ours, string Why, string Dockerfile)
    {
        public override string ToString() => $"{Rule}: {Why}: {Dockerfile}";
    }
}
