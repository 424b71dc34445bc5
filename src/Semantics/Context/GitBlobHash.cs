using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Dockerlint.Semantics.Context;

/// <summary>The hash git gives the content of a file: SHA-1 over <c>blob N</c>, a zero byte and the content.</summary>
public static class GitBlobHash
{
    /// <summary>The hash of bytes in memory, in lower-case hexadecimal.</summary>
    public static string Of(ReadOnlySpan<byte> content)
    {
        using var hash = Begin(content.Length);
        hash.AppendData(content);
        return End(hash);
    }

    /// <summary>Begins the hash of a content of that many bytes; append the bytes, then call <see cref="End"/>.</summary>
#pragma warning disable CA5350 // Git names blobs by SHA-1; nothing is protected by it.
    public static IncrementalHash Begin(long length)
    {
        var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        hash.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"blob {length}\0")));
        return hash;
    }
#pragma warning restore CA5350

    /// <summary>The finished hash in lower-case hexadecimal.</summary>
    public static string End(IncrementalHash hash)
    {
        ArgumentNullException.ThrowIfNull(hash);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
