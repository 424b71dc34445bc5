using System.Security.Cryptography;
using Dockerlint.Semantics.Context;

namespace Dockerlint.Cache;

/// <summary>What a step's cache key depends on, apart from the step before it.</summary>
/// <param name="Inputs">The inputs in the order in which they count.</param>
public sealed record CacheKey(IReadOnlyList<KeyInput> Inputs)
{
    /// <summary>A key without inputs: that of a step the builder does not have.</summary>
    public static CacheKey None { get; } = new([]);

    /// <summary>A digest of the inputs; two keys of equal digest are equal.</summary>
    public string Digest => _digest ??= Compute();

    private string? _digest;

    // ARG and ENV of one name and value are the same to the builder, and so are equal files wherever they come from.
    internal static KeyInputKind Counted(KeyInputKind kind) => kind switch
    {
        KeyInputKind.Argument => KeyInputKind.Environment,
        KeyInputKind.Stage or KeyInputKind.Image => KeyInputKind.Files,
        _ => kind,
    };

    private string Compute()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var input in Inputs)
        {
            hash.AppendData(PathText.Encode($"{Counted(input.Kind)}\0{input.Name}\0{input.Value}\0"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
