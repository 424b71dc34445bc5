namespace Dockerlint.Text;

/// <summary>Old lines that new lines take the place of; half-open ranges that count from 0.</summary>
/// <param name="OldStart">The first old line.</param>
/// <param name="OldEnd">The line behind the last old one.</param>
/// <param name="NewStart">The first new line.</param>
/// <param name="NewEnd">The line behind the last new one.</param>
public readonly record struct LineChange(int OldStart, int OldEnd, int NewStart, int NewEnd)
{
    // The search keeps its state for every edit: past this many the middle is one change, which is no less right.
    private const int MostEdits = 2000;

    /// <summary>The fewest changes that turn one list of lines into the other, by Myers' greedy algorithm (1986).</summary>
    public static IReadOnlyList<LineChange> Between(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var start = 0;
        while (start < before.Count && start < after.Count && before[start] == after[start])
        {
            start++;
        }

        var end = 0;
        while (end < before.Count - start && end < after.Count - start && before[^(end + 1)] == after[^(end + 1)])
        {
            end++;
        }

        List<string> left = [.. before.Skip(start).Take(before.Count - start - end)];
        List<string> right = [.. after.Skip(start).Take(after.Count - start - end)];
        if (left.Count == 0 && right.Count == 0)
        {
            return [];
        }

        return left.Count == 0 || right.Count == 0 || Search(left, right) is not { } trace
            ? [new LineChange(start, start + left.Count, start, start + right.Count)]
            : Join(Kept(trace, left.Count, right.Count), left.Count, right.Count, start);
    }

    // How far each diagonal got after 0, 1, 2 .. edits; null when there are too many.
    private static List<int[]>? Search(List<string> left, List<string> right)
    {
        var most = Math.Min(left.Count + right.Count, MostEdits);
        var reach = new int[(2 * most) + 3];
        var trace = new List<int[]>();
        for (var edits = 0; edits <= most; edits++)
        {
            for (var diagonal = -edits; diagonal <= edits; diagonal += 2)
            {
                var center = diagonal + most + 1;
                var x = diagonal == -edits || (diagonal != edits && reach[center - 1] < reach[center + 1]) ? reach[center + 1]
                    : reach[center - 1] + 1;
                while (x < left.Count && x - diagonal < right.Count && x - diagonal >= 0 && left[x] == right[x - diagonal])
                {
                    x++;
                }

                reach[center] = x;
                if (x >= left.Count && x - diagonal >= right.Count)
                {
                    trace.Add(reach[(most + 1 - edits)..(most + 2 + edits)]);
                    return trace;
                }
            }

            trace.Add(reach[(most + 1 - edits)..(most + 2 + edits)]);
        }

        return null;
    }

    // The pairs of equal lines on the way found, last first.
    private static List<(int X, int Y)> Kept(List<int[]> trace, int x, int y)
    {
        var kept = new List<(int X, int Y)>();
        for (var edits = trace.Count - 1; edits > 0; edits--)
        {
            var reach = trace[edits - 1];
            int At(int diagonal) => Math.Abs(diagonal) > edits - 1 ? -1 : reach[diagonal + edits - 1];
            var diagonal = x - y;
            var isInsertion = diagonal == -edits || (diagonal != edits && At(diagonal - 1) < At(diagonal + 1));
            var from = isInsertion ? diagonal + 1 : diagonal - 1;
            var fromX = At(from);
            var turn = isInsertion ? fromX : fromX + 1;
            for (; x > turn; x--, y--)
            {
                kept.Add((x - 1, y - 1));
            }

            (x, y) = (fromX, fromX - from);
        }

        for (; x > 0; x--, y--)
        {
            kept.Add((x - 1, y - 1));
        }

        return kept;
    }

    private static List<LineChange> Join(List<(int X, int Y)> kept, int leftCount, int rightCount, int shift)
    {
        var changes = new List<LineChange>();
        var (x, y) = (0, 0);
        kept.Reverse();
        foreach (var (keptX, keptY) in kept.Append((leftCount, rightCount)))
        {
            if (keptX > x || keptY > y)
            {
                changes.Add(new LineChange(x + shift, keptX + shift, y + shift, keptY + shift));
            }

            (x, y) = (keptX + 1, keptY + 1);
        }

        return changes;
    }
}
