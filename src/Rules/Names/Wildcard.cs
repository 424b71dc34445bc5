namespace Dockerlint.Rules;

/// <summary>Patterns in which a star stands for any characters, none included; all else stands for itself.</summary>
internal static class Wildcard
{
    internal static bool Matches(string pattern, string text)
    {
        var parts = pattern.Split('*');
        if (parts.Length == 1)
        {
            return pattern == text;
        }

        if (!text.StartsWith(parts[0], StringComparison.Ordinal))
        {
            return false;
        }

        // The leftmost place of each part leaves the most room for those behind it.
        var position = parts[0].Length;
        foreach (var part in parts[1..^1])
        {
            var at = text.IndexOf(part, position, StringComparison.Ordinal);
            if (at < 0)
            {
                return false;
            }

            position = at + part.Length;
        }

        return text.Length - position >= parts[^1].Length && text.EndsWith(parts[^1], StringComparison.Ordinal);
    }
}
