namespace Dockerlint.Formatting;

/// <summary>Comments that speak to the formatter: <c># dockerlint fmt: off</c>, <c>on</c> and <c>skip</c>.</summary>
internal static class FormatComment
{
    /// <summary>The word behind the colon; null for any other comment.</summary>
    /// <param name="line">A line, blanks around it included.</param>
    internal static string? Word(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        foreach (var part in (string[])["#", "dockerlint", "fmt", ":"])
        {
            if (!line.StartsWith(part))
            {
                return null;
            }

            line = line[part.Length..].TrimStart();
        }

        return line is "off" or "on" or "skip" ? line.ToString() : null;
    }
}
