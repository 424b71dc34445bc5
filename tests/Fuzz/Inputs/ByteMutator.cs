using System.Text;

namespace Dockerlint.Fuzz;

/// <summary>Changes bytes as a slip, an odd editor or an enemy would.</summary>
public sealed class ByteMutator(FuzzRandom random)
{
    // Longer than that an input says nothing more, and takes the time of many.
    private const int Longest = 4000;

    private static readonly byte[][] s_words = [.. FuzzWords.All.Select(FuzzWords.Bytes)];

    /// <summary>The bytes with one to a few changes.</summary>
    /// <param name="bytes">What to change.</param>
    /// <param name="others">What to take pieces of.</param>
    public byte[] Mutate(ReadOnlySpan<byte> bytes, IReadOnlyList<byte[]> others)
    {
        ArgumentNullException.ThrowIfNull(others);
        var result = bytes.ToArray().ToList();
        for (var count = 1 + random.Below(random.Below(4) == 0 ? 12 : 3); count > 0; count--)
        {
            Change(result, others);
        }

        return result.Count <= Longest ? [.. result] : [.. result.Take(Longest)];
    }

    private void Change(List<byte> bytes, IReadOnlyList<byte[]> others)
    {
        var at = random.Below(bytes.Count + 1);
        var length = Math.Min(bytes.Count - at, random.Below(random.Below(3) == 0 ? 40 : 6));
        switch (random.Below(13))
        {
            case 0:
                bytes.RemoveRange(at, length);
                break;
            case 1:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 2:
                bytes.Insert(at, (byte)random.Below(256));
                break;
            case 3 when at < bytes.Count:
                bytes[at] = (byte)(bytes[at] ^ (1 << random.Below(8)));
                break;
            case 4:
                MoveLine(bytes);
                break;
            case 5:
                DropLine(bytes);
                break;
            case 6 when others.Count > 0:
                Splice(bytes, random.Pick(others), at);
                break;
            case 7 when random.Below(4) == 0:
                ChangeLineEnds(bytes);
                break;
            case 8 when at < bytes.Count:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 9:
                bytes.InsertRange(
                    at, Enumerable.Repeat(random.Pick(s_words), 1 + random.Below(random.Below(10) == 0 ? 60 : 3)).SelectMany(word => word));
                break;
            default:
                bytes.RemoveRange(at, random.Below(2) == 0 ? 0 : length);
                bytes.InsertRange(at, random.Pick(s_words));
                break;
        }
    }

    private (int Start, int End) Line(List<byte> bytes)
    {
        var at = random.Below(bytes.Count + 1);
        var start = at == 0 ? 0 : bytes.LastIndexOf((byte)'\n', at - 1) + 1;
        var end = at >= bytes.Count ? -1 : bytes.IndexOf((byte)'\n', at);
        return (start, end < 0 ? bytes.Count : end + 1);
    }

    private void MoveLine(List<byte> bytes)
    {
        var (start, end) = Line(bytes);
        var line = bytes.GetRange(start, end - start);
        if (random.Below(2) == 0)
        {
            bytes.RemoveRange(start, end - start);
        }

        bytes.InsertRange(Line(bytes).Start, line);
    }

    private void DropLine(List<byte> bytes)
    {
        var (start, end) = Line(bytes);
        bytes.RemoveRange(start, end - start);
    }

    private void Splice(List<byte> bytes, byte[] other, int at)
    {
        var start = random.Below(other.Length + 1);
        bytes.InsertRange(at, other.Skip(start).Take(random.Below(80)));
    }

    private static void ChangeLineEnds(List<byte> bytes)
    {
        var text = Encoding.Latin1.GetString([.. bytes]);
        text = text.Contains("\r\n", StringComparison.Ordinal) ? text.Replace("\r\n", "\n", StringComparison.Ordinal)
            : text.Replace("\n", "\r\n", StringComparison.Ordinal);
        bytes.Clear();
        bytes.AddRange(Encoding.Latin1.GetBytes(text));
    }
}
