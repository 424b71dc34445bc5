using System.Text;

namespace Dockerlint.Reporting;

/// <summary>
/// A line that may end up in the log of a build server, which takes some lines for commands: GitHub those that begin with
/// <c>::name</c> and those with <c>##[name]</c> anywhere, Azure Pipelines <c>##vso[</c>, TeamCity <c>##teamcity[</c>.
/// </summary>
public static class LogLine
{
    /// <summary>The line with everything in it that a build server would take for a command written as an escape.</summary>
    /// <param name="line">A line without control characters, see <see cref="Dockerlint.Text.VisibleText"/>.</param>
    /// <param name="isWhole">Whether it is a whole line; false for a part that something stands in front of.</param>
    public static string Disarm(string line, bool isWhole = true)
    {
        if (isWhole && line.AsSpan().TrimStart().StartsWith("::"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            line = $"{line[..colon]}\\x3a{line[(colon + 1)..]}";
        }

        var mark = line.IndexOf("##", StringComparison.Ordinal);
        return mark < 0 ? line : WithoutMarks(line, mark);
    }

    private static string WithoutMarks(string line, int mark)
    {
        var result = new StringBuilder();
        var done = 0;
        for (; mark >= 0; mark = line.IndexOf("##", mark + 1, StringComparison.Ordinal))
        {
            var end = mark + 2;
            while (end < line.Length && (char.IsAsciiLetter(line[end]) || line[end] == '#'))
            {
                end++;
            }

            if (end < line.Length && line[end] == '[')
            {
                result.Append(line, done, mark - done).Append("\\x23");
                done = mark + 1;
            }
        }

        return result.Append(line, done, line.Length - done).ToString();
    }
}
