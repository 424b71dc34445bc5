using System.Text.RegularExpressions;
using Dockerlint.Testing;
using Xunit;

namespace Dockerlint.Tests.Architecture;

/// <summary>Where a rule stands, and what it may know.</summary>
public sealed partial class RuleHouseTests
{
    private const int LongestLine = 140;
    private const int LongestType = 400;

    /// <summary>Types that grew beyond the limit and are still to be taken apart; no other may.</summary>
    private static readonly string[] s_known = ["Formatting/InstructionLayout", "Formatting/ShellLayout", "Parser/ShellScanner"];

    private static readonly Lazy<IReadOnlyList<RuleFile>> s_rules = new(() => [.. RuleFiles()]);

    [Fact]
    public void A_rule_stands_in_the_folder_of_its_category() =>
        Assert.Empty(s_rules.Value.Where(rule => rule.Category is not null && !rule.IsOfPeer && rule.Folder != rule.Category)
            .Select(rule => $"{rule.Path} is about {rule.Category}"));

    [Fact]
    public void No_rule_and_nothing_that_rules_share_names_a_rule()
    {
        var names = s_rules.Value.Select(rule => rule.Name).ToHashSet(StringComparer.Ordinal);
        var offences =
            from file in Source("Rules").SourceFiles()
            let own = Path.GetFileNameWithoutExtension(file)
            where own != "RuleList"

                // Each of these names the rule whose place it takes, or the one that it makes of a configuration.
                && Path.GetFileName(Path.GetDirectoryName(file)) is not ("Hadolint" or "BuildKit" or "Custom")
            from name in Identifier().Matches(CodeText.Of(File.ReadAllText(file))).Select(match => match.Value).Distinct()
            where name != own && names.Contains(name)
            select $"{Shown(file)} names {name}";
        AssertNone(offences);
    }

    [Fact]
    public void Rules_are_nobodys_business_outside() =>
        AssertNone(s_rules.Value.Where(rule => PublicClass().IsMatch(rule.Code)).Select(rule => $"{rule.Path} is public"));

    [Fact]
    public void No_type_is_longer_than_the_limit_in_all_its_parts()
    {
        var offences =
            from project in SourceProject.All
            from file in project.SourceFiles()
            let code = File.ReadAllText(file)
            where PartialType().IsMatch(code)
            group (File: file, Lines: code.AsSpan().Count('\n')) by $"{project.Name}/{PartialType().Match(code).Groups[1].Value}" into parts
            let sum = parts.Sum(part => part.Lines)
            where sum > LongestType && !s_known.Contains(parts.Key)
                && !parts.Any(part => part.File.EndsWith(".Data.cs", StringComparison.Ordinal))
            select $"{parts.Key}: {sum} lines in {parts.Count()} files";
        AssertNone(offences);
    }

    [Fact]
    public void No_line_is_longer_than_the_limit()
    {
        var offences =
            from file in SourceProject.All.SelectMany(project => project.SourceFiles()).Concat(TestFiles())
            from line in LongLines(File.ReadAllText(file))
            select $"{Shown(file)}:{line}";
        AssertNone(offences);
    }

    // Text in quotes is data; it is broken where the data has its lines.
    private static IEnumerable<int> LongLines(string text)
    {
        var code = CodeText.Of(text).Split('\n');
        return text.Split('\n').Select((line, index) => (line, index))
            .Where(item => item.line.Length > LongestLine && (code[item.index].Length > LongestLine
                || item.line.TrimStart().StartsWith("//", StringComparison.Ordinal)))
            .Select(item => item.index + 1);
    }

    private static IEnumerable<string> TestFiles() =>
        Directory.EnumerateFiles(RepositoryRoot.Combine("tests"), "*.cs", SearchOption.AllDirectories);

    private static IEnumerable<RuleFile> RuleFiles()
    {
        var files = Source("Rules").SourceFiles().Select(file => (Path: file, Code: File.ReadAllText(file))).ToList();
        var bases = files.SelectMany(file => DerivedClass().Matches(file.Code).Select(match => (file, match)))
            .DistinctBy(item => item.match.Groups["name"].Value).ToDictionary(item => item.match.Groups["name"].Value, item => item);
        bool IsRule(string name, int depth = 0) => depth < 5 && bases.TryGetValue(name, out var item)
            && (item.match.Groups["base"].Value == "Rule" || IsRule(item.match.Groups["base"].Value, depth + 1));
        foreach (var (name, (file, _)) in bases.Where(item => IsRule(item.Key)))
        {
            var info = Info().Match(file.Code);
            yield return new RuleFile(
                Shown(file.Path), Path.GetFileName(Path.GetDirectoryName(file.Path)!), name, file.Code,
                info.Success ? info.Groups["category"].Value : null);
        }
    }

    private static SourceProject Source(string name) => SourceProject.All.Single(project => project.Name == name);

    private static string Shown(string file) => Path.GetRelativePath(RepositoryRoot.Path, file);

    private static void AssertNone(IEnumerable<string> offences)
    {
        var all = offences.ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }

    [GeneratedRegex(@"\bclass (?<name>\w+)(?:<\w+>)?(?:\([^)]*\))?\s*:\s*(?<base>\w+)")]
    private static partial Regex DerivedClass();

    [GeneratedRegex(@"Info \{ get; \} =\s*new\([^)]*?\bCategory\.(?<category>\w+)")]
    private static partial Regex Info();

    [GeneratedRegex(@"(?<![\w.""])[A-Z]\w+")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"^public (?:sealed |abstract )*class", RegexOptions.Multiline)]
    private static partial Regex PublicClass();

    [GeneratedRegex(@"\bpartial (?:class|record|struct|interface) (\w+)")]
    private static partial Regex PartialType();

    private sealed record RuleFile(string Path, string Folder, string Name, string Code, string? Category)
    {
        /// <summary>Whether it copies a verdict of another program, and stands with the others that do.</summary>
        internal bool IsOfPeer => Folder is "Hadolint" or "BuildKit";
    }
}
