using System.Text.RegularExpressions;
using Dockerlint.Testing;
using Xunit;

namespace Dockerlint.Tests.Architecture;

public sealed partial class SourceFileTests
{
    private const int LongestFile = 400;

    [Fact]
    public void Only_the_projects_for_it_touch_the_outside_world()
    {
        var offences =
            from project in SourceProject.All
            where project.Name is not ("Cli" or "Verification" or "ShellCheck" or "Workspace" or "Session")
            from file in project.SourceFiles()
            from line in Lines(CodeText.Of(File.ReadAllText(file)))
            where OutsideWorld().IsMatch(line.Text)
            select $"{Shown(file)}:{line.Number}: {line.Text.Trim()}";
        AssertNone(offences);
    }

    [Fact]
    public void No_source_file_is_longer_than_the_limit()
    {
        var offences =
            from project in SourceProject.All
            from file in project.SourceFiles()
            let count = File.ReadLines(file).Count()
            where count > LongestFile
            select $"{Shown(file)}: {count} lines";
        AssertNone(offences);
    }

    [Fact]
    public void Every_source_file_is_named_like_a_type_it_contains()
    {
        var offences =
            from project in SourceProject.All
            from file in project.SourceFiles()
            let code = CodeText.Of(File.ReadAllText(file))
            where TypeName().IsMatch(code) // assembly attributes and top-level programs declare no type
            // A part of a partial type is named Type.Topic.cs.
            let name = Path.GetFileNameWithoutExtension(file).Split('.')[0]
            where TypeName().Matches(code).All(match => match.Groups[1].Value != name)
            select Shown(file);
        AssertNone(offences);
    }

    [Theory]
    [InlineData("Console.WriteLine(1);", true)]
    [InlineData("var now = DateTime.UtcNow;", true)]
    [InlineData("System.IO.File.ReadAllText(path)", true)]
    [InlineData("// Console.WriteLine", false)]
    [InlineData("/* File.Delete */ x", false)]
    [InlineData("var s = \"Console. \\\" File.\";", false)]
    [InlineData("var s = @\"a\"\"Console.b\";", false)]
    [InlineData("var s = \"\"\"Environment.\"\"\";", false)]
    [InlineData("var c = '\"'; Console.Write(c);", true)]
    [InlineData("SourceFile.Read()", false)]
    [InlineData("state.Environment.Count", false)]
    public void The_search_for_the_outside_world_sees_code_only(string code, bool found) =>
        Assert.Equal(found, OutsideWorld().IsMatch(CodeText.Of(code)));

    [GeneratedRegex(@"((?<!\.)|\bSystem\.(IO\.)?)\b(Console|Environment|File|Directory)\s*\.|\bDateTime(Offset)?\s*\.\s*(Utc)?Now\b")]
    private static partial Regex OutsideWorld();

    [GeneratedRegex(@"\b(?:class|struct|interface|enum|record(?:\s+(?:class|struct))?|delegate\s+[\w<>\[\],?. ]+?)\s+(\w+)")]
    private static partial Regex TypeName();

    /// <summary>As Assert.Empty, but shows every offence in full.</summary>
    private static void AssertNone(IEnumerable<string> offences)
    {
        var all = offences.ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }

    private static IEnumerable<(int Number, string Text)> Lines(string text) => text.Split('\n').Select((line, i) => (i + 1, line));

    private static string Shown(string file) => Path.GetRelativePath(RepositoryRoot.Path, file);
}
