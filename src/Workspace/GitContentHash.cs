using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dockerlint.Semantics.Context;

namespace Dockerlint.Workspace;

/// <summary>The name git gives the content of a file on disk, in the short form or that of repositories with SHA-256.</summary>
internal static class GitContentHash
{
    /// <summary>How long a name of SHA-256 is.</summary>
    internal const int LongName = 64;

    private const int PieceLength = 128 * 1024;

    /// <summary>The name of a file's content, or what went wrong.</summary>
    internal static (string? Digest, string? Problem) Of(string path, bool isLong)
    {
        try
        {
            using var file = RegularFile.Open(path);
            var length = file.Length;
            using var hash = Begin(length, isLong);
            return Feed(file, buffer => hash.AppendData(buffer)) == length
                ? (GitBlobHash.End(hash), null)
                : (null, "it changed while it was read");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (null, exception.Message);
        }
    }

    /// <summary>
    /// The name the content would have with a line feed in place of each carriage return and line feed; null when it cannot be read.
    /// </summary>
    internal static string? OfLineFeeds(string path, bool isLong)
    {
        try
        {
            // The length stands before the content.
            long length = 0;
            using (var file = RegularFile.Open(path))
            {
                WithoutReturns(file, piece => length += piece.Length);
            }

            using var again = RegularFile.Open(path);
            using var hash = Begin(length, isLong);
            WithoutReturns(again, piece => hash.AppendData(piece));
            return GitBlobHash.End(hash);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static IncrementalHash Begin(long length, bool isLong)
    {
        if (!isLong)
        {
            return GitBlobHash.Begin(length);
        }

        var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"blob {length}\0")));
        return hash;
    }

    private static void WithoutReturns(Stream file, Action<ReadOnlySpan<byte>> take)
    {
        var isReturn = false;
        Feed(file, piece =>
        {
            while (!piece.IsEmpty)
            {
                if (isReturn && piece[0] != '\n')
                {
                    take("\r"u8);
                }

                var end = piece.IndexOf((byte)'\r');
                isReturn = end >= 0;
                take(isReturn ? piece[..end] : piece);
                piece = isReturn ? piece[(end + 1)..] : [];
            }
        });
        if (isReturn)
        {
            take("\r"u8);
        }
    }

    private static long Feed(Stream file, Action<ReadOnlySpan<byte>> take)
    {
        var buffer = new byte[PieceLength];
        long length = 0;
        while (file.Read(buffer) is > 0 and var count)
        {
            take(buffer.AsSpan(0, count));
            length += count;
        }

        return length;
    }
}
