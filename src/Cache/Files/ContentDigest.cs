using System.Security.Cryptography;
using Dockerlint.Semantics.Context;

namespace Dockerlint.Cache;

/// <summary>The digest of files that a step takes: equal for equal files, whether the context or a stage holds them.</summary>
internal static class ContentDigest
{
    /// <summary>The digest of one file or link, by the text that describes it.</summary>
    internal static string OfFile(string description) => Of(["", description]);

    /// <summary>
    /// The digest of a directory, by the text that describes it and those of what is below, in ordinal order of their names.
    /// </summary>
    internal static string OfTree(string description, IEnumerable<(string Name, string Description)> below) =>
        Of(["", description, .. below.Select(item => $"{item.Name}\0{item.Description}")]);

    internal static string Of(IEnumerable<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            hash.AppendData(PathText.Encode(part));
            hash.AppendData([0]);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
