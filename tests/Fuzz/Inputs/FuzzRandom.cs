using System.Numerics;

namespace Dockerlint.Fuzz;

/// <summary>Numbers that look random and are the same on every machine (splitmix64).</summary>
public sealed class FuzzRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>A number from 0 to a limit, which it never is.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)Math.Max(1, limit));

    /// <summary>One of some.</summary>
    public T Pick<T>(IReadOnlyList<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return items[Below(items.Count)];
    }

    /// <summary>A seed that bytes stand for.</summary>
    public static ulong HashOf(ReadOnlySpan<byte> bytes)
    {
        var hash = 14695981039346656037UL;
        foreach (var octet in bytes)
        {
            hash = (hash ^ octet) * 1099511628211UL;
        }

        return hash;
    }

    /// <summary>The seed of one input of a run.</summary>
    public static ulong Seed(ulong run, long index) =>
        new FuzzRandom(run ^ BitOperations.RotateLeft((ulong)index * 0xD1342543DE82EF95, 17)).Next();
}
