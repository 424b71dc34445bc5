using System.Text;
using Dockerlint.Cli;
using Dockerlint.Workspace;
using Xunit;

namespace Dockerlint.Tests.Cli;

/// <summary>Git itself is asked which of many paths it ignores, pattern by pattern.</summary>
public sealed class GitAgreementTests : IDisposable
{
    private static readonly string[] Names =
        ["a", "b", "ab", "a b", "foo", "*", "!a", "#a", "a ", "]", "[", "-", "a]", "[a", ".x", "A", "^", "\\"];

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Patterns_match_what_git_says_they_match()
    {
        CommandLine.Start(["git", "init", "-q", "."], _workspace.Folder, []);
        var paths = Names.Concat(Names.SelectMany(a => Names.Select(b => $"{a}/{b}")))
            .Concat(from a in Names.Take(3)
                    from b in Names.Take(3)
                    from c in Names.Take(3)
                    from d in Names.Take(
                2)
                    select $"{a}/{b}/{c}/{d}").ToList();
        var input = Encoding.UTF8.GetBytes(string.Concat(paths.Select(path => path + "\0")));
        var differences = new List<string>();
        foreach (var pattern in Patterns())
        {
            _workspace.Add(".gitignore", pattern + "\n");
            var fields = CommandLine.Start(
                ["git", "check-ignore", "--no-index", "-z", "--stdin", "-v", "-n"], _workspace.Folder, input).Output.Split('\0');
            var rule = IgnoreRule.ReadAll(pattern).SingleOrDefault();
            differences.AddRange(
                paths.Where((path, i) => (fields[i * 4].Length > 0) != Matches(rule, path)).Select(path => $"{pattern} on {path}"));
        }

        Assert.Equal([], differences);
    }

    // A path is ignored with its parents, but taken back only by its own name.
    private static bool Matches(IgnoreRule? rule, string path)
    {
        if (rule is { IsNegated: true })
        {
            return rule.Matches(path, isFolder: false);
        }

        var parts = path.Split('/');
        return rule is not null && Enumerable.Range(1, parts.Length)
            .Any(n => rule.Matches(string.Join('/', parts[..n]), isFolder: n < parts.Length));
    }

    private static HashSet<string> Patterns()
    {
        var patterns = new HashSet<string>
        {
            "a/", "/a", "**/a", "a/**", "a/**/b", "!a", "\\!a", "#a", "\\#a", "a ", "a\\ ", "a/*", "**", "*", "a**b", "foo/**/", "/**/a",
            "a\\",
            "[", "]", "a//b", "[a-]", "[]-]", "[!]a]", "[^]a]", "[[:alpha:]]", "[[:upper:]b]", "[[:nonsense:]a]", "[\\]a]", "a[/]b", "\\*",
            "?", "??",
            "[b-a]", "[a", "a/[ab", "*/*/*", "**/**", "a/**/**", "/", "//", " ", "\\ ", "a\\/b", "[\\\\]", "[*-]]", "\uFEFFa",
        };
        string[] atoms = ["a", "b", "*", "**", "?", "[ab]", "[!a]", "[a-b]", "/", "/", "\\*", " ", "]", "-", "foo", "."];
        var random = new Random(7);
        while (patterns.Count < 250)
        {
            patterns.Add(string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => atoms[random.Next(atoms.Length)])));
        }

        return patterns;
    }
}
