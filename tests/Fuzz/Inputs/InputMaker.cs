using System.Text;

namespace Dockerlint.Fuzz;

/// <summary>The inputs of a run: which one an index is depends on the seed and the index alone.</summary>
public sealed class InputMaker(ulong seed, FuzzKind? only)
{
    // Of four inputs three are parsed only; the others go through everything, most of them Dockerfiles.
    private static readonly FuzzKind[] s_complete =
    [
        FuzzKind.Complete, FuzzKind.Complete, FuzzKind.Complete, FuzzKind.Complete, FuzzKind.Complete, FuzzKind.Context, FuzzKind.Config,
            FuzzKind.Hadolint, FuzzKind.Compose, FuzzKind.Json,
    ];

    private static readonly string[] s_names = ["a", "b/c", "package.json", ".env", "x y", "src/", "l->a", "l->/etc/x", "\uFEFF", "d/e/f/g",
        "Dockerfile", ".dockerignore", "A", "a/b"];

    /// <summary>The kind of an input.</summary>
    public FuzzKind KindOf(long index)
    {
        // Not by the index itself, which would give one process all the long ones.
        var random = new FuzzRandom(FuzzRandom.Seed(~seed, index));
        return only ?? (random.Below(4) < 3 ? FuzzKind.Parse : random.Pick(s_complete));
    }

    /// <summary>The bytes of an input.</summary>
    public byte[] Make(long index)
    {
        var kind = KindOf(index);
        var random = new FuzzRandom(FuzzRandom.Seed(seed, index));
        if (kind == FuzzKind.Context)
        {
            return Context(random);
        }

        var corpus = FuzzCorpus.Of(kind);
        return kind is FuzzKind.Parse or FuzzKind.Complete ? Dockerfile(random, corpus)
            : new ByteMutator(random).Mutate(random.Pick(corpus), corpus);
    }

    private static byte[] Dockerfile(FuzzRandom random, IReadOnlyList<byte[]> corpus)
    {
        var mutator = new ByteMutator(random);
        return random.Below(20) switch
        {
            0 => random.Pick(corpus),
            1 => Enumerable.Range(0, random.Below(60)).Select(_ => (byte)random.Below(256)).ToArray(),
            < 6 => new DockerfileMaker(random).Make(),
            < 11 => mutator.Mutate(new DockerfileMaker(random).Make(), corpus),
            _ => mutator.Mutate(Short(random, random.Pick(corpus)), corpus),
        };
    }

    // A few lines of it, behind a FROM.
    private static byte[] Short(FuzzRandom random, byte[] bytes)
    {
        if (bytes.Length < 200 || random.Below(5) == 0)
        {
            return bytes;
        }

        var start = Array.IndexOf(bytes, (byte)'\n', random.Below(bytes.Length)) + 1;
        return [.. random.Below(2) == 0 ? "FROM alpine\n"u8 : [],
            .. bytes.AsSpan(start, Math.Min(bytes.Length - start, 60 + random.Below(200)))];
    }

    private static byte[] Context(FuzzRandom random)
    {
        var text = new List<byte>(new DockerfileMaker(random).Make());
        text.AddRange("%%\n"u8);
        Lines(text, random, FuzzCorpus.Patterns);
        text.AddRange("%%\n"u8);
        Lines(text, random, s_names);
        return random.Below(2) == 0 ? [.. text] : new ByteMutator(random).Mutate([.. text], []);
    }

    private static void Lines(List<byte> text, FuzzRandom random, IReadOnlyList<string> lines)
    {
        for (var count = random.Below(7); count > 0; count--)
        {
            text.AddRange(Encoding.UTF8.GetBytes(random.Pick(lines) + "\n"));
        }
    }
}
