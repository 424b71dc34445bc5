namespace Dockerlint.Rules;

/// <summary>Finds the file name that somebody meant.</summary>
internal static class NearName
{
    private const int LeastLength = 5;

    /// <summary>The only name that differs by its case, or by one letter left out, added, exchanged or swapped; else null.</summary>
    internal static string? Of(string name, IEnumerable<string> names)
    {
        var near = names.Where(other => other != name && (other.Equals(name, StringComparison.OrdinalIgnoreCase)
            || (name.Length >= LeastLength && IsOneLetterAway(name, other)))).Take(2).ToList();
        return near.Count == 1 ? near[0] : null;
    }

    private static bool IsOneLetterAway(string left, string right)
    {
        if (Math.Abs(left.Length - right.Length) > 1)
        {
            return false;
        }

        var start = left.AsSpan().CommonPrefixLength(right);
        var end = 0;
        while (end < Math.Min(left.Length, right.Length) - start && left[^(end + 1)] == right[^(end + 1)])
        {
            end++;
        }

        var a = left.AsSpan()[start..^end];
        var b = right.AsSpan()[start..^end];
        var isSwap = a.Length == 2 && b.Length == 2 && a[0] == b[1] && a[1] == b[0];

        // Numbers tell files apart that both exist on purpose.
        return (isSwap || (a.Length <= 1 && b.Length <= 1)) && !a.ContainsAnyInRange('0', '9') && !b.ContainsAnyInRange('0', '9');
    }
}
