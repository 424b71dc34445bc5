using System.Text;
using Dockerlint.Testing;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>
/// Command lines, most of them from manuals, and what is read in them. A file holds a command line and, indented, one line for each
/// command in it: wrappers &gt; tool:verb [options] operands, folder, variables | what it does. ¿ stands for what is not known, * for any
/// number of words, + for one or more; ! before an option says that no manual knows it; before an effect, ! is stated by an option, ~ by
/// default, ? depends.
/// </summary>
public sealed class CommandTableTests
{
    private static readonly string s_folder = Path.Combine(RepositoryRoot.Path, "tests", "Commands.Tests");

    public static TheoryData<string> Tables => [.. Directory.EnumerateFiles(s_folder, "CommandTableTests.*.verified.txt")
        .Select(file => Path.GetFileName(file)["CommandTableTests.".Length..^".verified.txt".Length]).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Tables))]
    public void Every_command_line_of_the_table_is_read_as_it_says(string table)
    {
        var text = new StringBuilder();
        foreach (var line in File.ReadLines(Path.Combine(s_folder, $"CommandTableTests.{table}.verified.txt")))
        {
            if (line.StartsWith("    ", StringComparison.Ordinal))
            {
                continue;
            }

            text.Append(line).Append('\n');
            if (line.Length > 0 && line[0] != '#')
            {
                foreach (var use in Shown.Read(line.Replace("\\n", "\n", StringComparison.Ordinal)))
                {
                    text.Append("    ").Append(Shown.Line(use)).Append('\n');
                }
            }
        }

        Snapshot.Match(text.ToString(), table, Path.Combine(s_folder, "CommandTableTests.cs"));
    }

    [Fact]
    public void The_tables_have_command_lines_enough()
    {
        var count = Directory.EnumerateFiles(s_folder, "CommandTableTests.*.verified.txt").SelectMany(File.ReadLines)
            .Count(line => line.Length > 0 && line[0] is not ('#' or ' '));
        Assert.True(count >= 600, $"{count} command lines");
    }
}
