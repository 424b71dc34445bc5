using Dockerlint.Semantics.Context;

namespace Dockerlint.Verification;

/// <summary>
/// A build context whose bytes can be read: a manifest with a place to read from, and changes laid over it. Changes live in memory;
/// nothing on disk is touched.
/// </summary>
public sealed class BuildContext
{
    private readonly Func<string, Stream> _open;

    private BuildContext(ContextManifest manifest, Func<string, Stream> open)
    {
        Manifest = manifest;
        _open = open;
    }

    /// <summary>What is in it, after .dockerignore.</summary>
    public ContextManifest Manifest { get; }

    /// <summary>A context of files.</summary>
    /// <param name="manifest">What is in it.</param>
    /// <param name="open">Opens one by its path; an <see cref="IOException"/> says that it cannot be read.</param>
    public static BuildContext FromFiles(ContextManifest manifest, Func<string, Stream> open) => new(manifest, open);

    /// <summary>A context in memory.</summary>
    /// <param name="manifest">What is in it.</param>
    /// <param name="contents">The bytes of its files.</param>
    public static BuildContext FromMemory(ContextManifest manifest, IReadOnlyDictionary<string, byte[]> contents) =>
        new(manifest, path => new MemoryStream(contents[path], writable: false));

    /// <summary>The same context with other bytes in a file, which may be new.</summary>
    public BuildContext With(string path, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var known = Manifest.Find(path);
        var entry = new ContextEntry(path, ContextEntryKind.File)
        {
            Mode = known?.Mode ?? 0b110_100_100,
            Size = bytes.Length,
            Content = ContextContent.FromBytes(bytes),
        };
        var entries = Manifest.Entries.Where(other => other.Path != path).Append(entry);
        return new BuildContext(ContextManifest.Create(entries), asked =>
            asked == path ? new MemoryStream(bytes, writable: false) : _open(asked));
    }

    /// <summary>The bytes of a file.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public Stream Open(string path) => _open(path);
}
