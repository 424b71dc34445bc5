using System.Globalization;
using System.Text;

namespace Dockerlint.Workspace;

/// <summary>Reads contents by their names, from one git program that stays open. Not for several threads at once.</summary>
internal sealed class GitObjects(GitProgram git) : IDisposable
{
    private const int PieceLength = 64 * 1024;
    private const int LongestHeader = 4096;

    private readonly byte[] _buffer = new byte[PieceLength];
    private GitProcess? _process;
    private string? _failure;
    private int _start;
    private int _end;

    /// <summary>Reads one content.</summary>
    /// <param name="name">The name of a blob.</param>
    /// <param name="limit">What it is for, and so how large it may be.</param>
    internal GitObject Read(string name, ReadLimit limit)
    {
        if (!IsOpen())
        {
            return new GitObject(null, _failure);
        }

        Ask([name]);
        return Answer(name, limit);
    }

    /// <summary>
    /// Reads many contents at one go. Null when it went well, else what went wrong; that one is not there is told in its place.
    /// </summary>
    internal string? ReadAll(IReadOnlyCollection<string> names, ReadLimit limit, out Dictionary<string, GitObject> contents)
    {
        contents = new Dictionary<string, GitObject>(StringComparer.Ordinal);
        if (names.Count == 0)
        {
            return null;
        }

        if (!IsOpen())
        {
            return _failure;
        }

        var asking = GitProcess.OnThread(() => Ask(names));
        foreach (var name in names)
        {
            contents[name] = Answer(name, limit);
        }

        asking.Wait();
        return _failure;
    }

    public void Dispose()
    {
        _process?.CloseInput();
        _process?.Dispose();
    }

    private bool IsOpen()
    {
        if (_failure is null)
        {
            _process ??= git.Start(["cat-file", "--batch"], out _failure);
        }

        return _failure is null;
    }

    private bool Ask(IEnumerable<string> names)
    {
        try
        {
            foreach (var piece in names.Chunk(PieceLength / 64))
            {
                _process!.Input.Write(GitProgram.Lines(piece));
                _process.Input.Flush();
            }
        }
        catch (IOException)
        {
            // Git ended before it had read everything; reading finds out why.
        }

        return true;
    }

    // name SP type SP size LF content LF, or name SP missing LF
    private GitObject Answer(string name, ReadLimit limit)
    {
        if (_failure is not null || Header() is not { } header)
        {
            return new GitObject(null, _failure);
        }

        var parts = header.Split(' ');
        if (parts.Length != 3 || !long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var size))
        {
            return GitObject.Missing(name);
        }

        var content = size <= limit.Bytes && parts[1] == "blob" ? new byte[size] : null;
        if (!Take(content, size) || !Take(null, 1))
        {
            return new GitObject(null, _failure);
        }

        return content is not null ? new GitObject(content, null)
            : new GitObject(null, parts[1] == "blob" ? limit.Exceeded : "it is no file");
    }

    private string? Header()
    {
        var header = new StringBuilder();
        while (header.Length < LongestHeader)
        {
            if (_start == _end && !Fill())
            {
                return null;
            }

            var next = _buffer[_start++];
            if (next == '\n')
            {
                return header.ToString();
            }

            header.Append((char)next);
        }

        _failure = "git gave no answer that can be read";
        return null;
    }

    private bool Take(byte[]? content, long size)
    {
        for (long position = 0; position < size;)
        {
            if (_start == _end && !Fill())
            {
                return false;
            }

            var count = (int)Math.Min(_end - _start, size - position);
            if (content is not null)
            {
                _buffer.AsSpan(_start, count).CopyTo(content.AsSpan((int)position));
            }

            (_start, position) = (_start + count, position + count);
        }

        return true;
    }

    private bool Fill()
    {
        (_start, _end) = (0, _process!.Read(_buffer));
        if (_end == 0)
        {
            _failure = $"cannot read the repository: {_process.End() ?? "git ended too early"}";
        }

        return _end > 0;
    }
}
