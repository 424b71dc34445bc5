using System.IO.MemoryMappedFiles;

namespace Dockerlint.Fuzz;

/// <summary>
/// How far a process is, in memory that outlives it: the index of the input it is at, whether it makes one smaller, and how many it has
/// done of each kind. So a crash, even of the whole process, tells its input.
/// </summary>
internal sealed class WorkerState : IDisposable
{
    private const int Counts = 16;

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;

    internal WorkerState(string path)
    {
        Path = path;
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.OpenOrCreate, null, 4096);
        _view = _file.CreateViewAccessor();
    }

    internal string Path { get; }

    /// <summary>The input; -1 before the first and behind the last.</summary>
    internal long Index
    {
        get => _view.ReadInt64(0) - 1;
        set => _view.Write(0, value + 1);
    }

    internal bool IsReducing
    {
        get => _view.ReadBoolean(8);
        set => _view.Write(8, value);
    }

    internal long Count(FuzzKind kind) => _view.ReadInt64(Counts + (8 * (int)kind));

    internal void Add(FuzzKind kind) => _view.Write(Counts + (8 * (int)kind), Count(kind) + 1);

    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
    }
}
