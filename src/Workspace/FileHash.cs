using Dockerlint.Semantics.Context;

namespace Dockerlint.Workspace;

/// <summary>Hashes files on disk as git does, in pieces.</summary>
internal static class FileHash
{
    private const int PieceLength = 128 * 1024;

    /// <summary>A content that is read when somebody asks for it.</summary>
    internal static ContextContent Deferred(string path) => ContextContent.Deferred(() => Read(path));

    private static (string? Digest, string? Problem) Read(string path)
    {
        try
        {
            using var handle = RegularFile.TryOpen(path, mayBeStream: false, out var problem);
            if (handle is null)
            {
                return (null, problem);
            }

            var length = RandomAccess.GetLength(handle);
            using var hash = GitBlobHash.Begin(length);
            var buffer = new byte[(int)Math.Min(PieceLength, length)];
            for (long position = 0; position < length;)
            {
                var count = RandomAccess.Read(handle, buffer, position);
                if (count == 0)
                {
                    return (null, "it became shorter while it was read");
                }

                hash.AppendData(buffer, 0, (int)Math.Min(count, length - position));
                position += count;
            }

            return (GitBlobHash.End(hash), null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (null, exception.Message);
        }
    }
}
