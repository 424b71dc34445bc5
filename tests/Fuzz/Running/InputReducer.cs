using System.Diagnostics;

namespace Dockerlint.Fuzz;

/// <summary>
/// Makes an input that fails smaller as long as it fails in the same way: first without some lines, then without some bytes.
/// </summary>
public sealed class InputReducer
{
    private readonly int _mostTries;
    private readonly TimeSpan _longest;
    private readonly Func<byte[], bool> _fails;
    private readonly long _began = Stopwatch.GetTimestamp();
    private int _tries;

    private InputReducer(Func<byte[], bool> fails, int mostTries, TimeSpan longest) =>
        (_fails, _mostTries, _longest) = (fails, mostTries, longest);

    private bool IsOver => _tries >= _mostTries || Stopwatch.GetElapsedTime(_began) > _longest;

    /// <summary>The smallest that was found.</summary>
    /// <param name="input">An input that fails.</param>
    /// <param name="fails">Whether another one fails in the same way.</param>
    /// <param name="mostTries">After so many the smallest so far will do.</param>
    /// <param name="longest">And after that time.</param>
    public static byte[] Reduce(byte[] input, Func<byte[], bool> fails, int mostTries, TimeSpan longest)
    {
        ArgumentNullException.ThrowIfNull(input);
        var reducer = new InputReducer(fails, mostTries, longest);
        var lines = reducer.Shrink(Lines(input), static parts => [.. parts.SelectMany(part => part)]);
        var bytes = lines.SelectMany(line => line).Select(octet => new[] { octet }).ToList();
        return [.. reducer.Shrink(bytes, static parts => [.. parts.SelectMany(part => part)]).SelectMany(part => part)];
    }

    // Leaves out ever smaller runs of parts, and begins again as long as that helps.
    private List<byte[]> Shrink(List<byte[]> parts, Func<IEnumerable<byte[]>, byte[]> join)
    {
        for (var size = Math.Max(1, parts.Count / 2); size > 0 && !IsOver;)
        {
            var isSmaller = false;
            for (var start = 0; start < parts.Count && !IsOver;)
            {
                List<byte[]> without = [.. parts.Take(start), .. parts.Skip(start + size)];
                _tries++;
                if (without.Count > 0 && _fails(join(without)))
                {
                    parts = without;
                    isSmaller = true;
                }
                else
                {
                    start += size;
                }
            }

            size = isSmaller && size == 1 ? 1 : size / 2;
        }

        return parts;
    }

    private static List<byte[]> Lines(byte[] input)
    {
        var lines = new List<byte[]>();
        for (var start = 0; start < input.Length;)
        {
            var end = Array.IndexOf(input, (byte)'\n', start) is var feed && feed < 0 ? input.Length : feed + 1;
            lines.Add(input[start..end]);
            start = end;
        }

        return lines;
    }
}
