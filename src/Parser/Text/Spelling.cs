namespace Dockerlint.Text;

/// <summary>"Did you mean": the nearest of some names by edit distance with transpositions.</summary>
public static class Spelling
{
    /// <summary>The name that a word was most likely meant to be, or null when none is near.</summary>
    /// <param name="word">The word as written; letters of another case count as different.</param>
    /// <param name="names">The names there are.</param>
    public static string? Nearest(string word, IEnumerable<string> names)
    {
        if (word.Length is 0 or > 24)
        {
            return null;
        }

        string? best = null;
        var bestDistance = Math.Max(1, word.Length / 3) + 1;
        foreach (var name in names)
        {
            var distance = Distance(word, name);
            if (distance < bestDistance)
            {
                (best, bestDistance) = (name, distance);
            }
        }

        return best;
    }

    /// <summary>Whether a name is no farther from a word than another one.</summary>
    public static bool IsAsNear(string word, string name, string other) => Distance(word, name) <= Distance(word, other);

    private static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    d[i, j] = i + j;
                    continue;
                }

                var change = d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                d[i, j] = Math.Min(change, Math.Min(d[i - 1, j], d[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }
}
