namespace Dockerlint.Workspace;

/// <summary>How large a file may be, by what it is for. All limits stand here.</summary>
/// <param name="What">What it is, with its article.</param>
/// <param name="Bytes">The most it may have.</param>
public sealed record ReadLimit(string What, long Bytes)
{
    private const long Kilobyte = 1024;
    private const long Megabyte = 1024 * Kilobyte;

    /// <summary>A Dockerfile.</summary>
    public static ReadLimit Dockerfile { get; } = new("a Dockerfile", 64 * Megabyte);

    /// <summary>A .dockerignore or .gitignore file.</summary>
    public static ReadLimit IgnoreFile { get; } = new("an ignore file", 16 * Megabyte);

    /// <summary>A configuration file, ours or hadolint's, and a budget.</summary>
    public static ReadLimit Configuration { get; } = new("a configuration file", Megabyte);

    /// <summary>A report of an earlier run.</summary>
    public static ReadLimit Report { get; } = new("a report", 256 * Megabyte);

    /// <summary>A Compose or Bake file, and the variables beside it.</summary>
    public static ReadLimit BuildFile { get; } = new("a file that describes builds", 16 * Megabyte);

    /// <summary>A baseline of findings.</summary>
    public static ReadLimit Baseline { get; } = new("a baseline", 256 * Megabyte);

    /// <summary>A list of files.</summary>
    public static ReadLimit FileList { get; } = new("a list of files", 256 * Megabyte);

    /// <summary>A log of a build.</summary>
    public static ReadLimit BuildLog { get; } = new("a log of a build", 512 * Megabyte);

    /// <summary>A secret of a build: as much as an engine takes.</summary>
    public static ReadLimit Secret { get; } = new("a secret", 500 * 1024);

    /// <summary>A file of the build context that is read for what it says, such as a list of packages.</summary>
    public static ReadLimit ContextText { get; } = new("a text of the build context", 16 * Megabyte);

    /// <summary>A file of git that names a folder, and one of the docker command.</summary>
    public static ReadLimit Pointer { get; } = new("such a file", Megabyte);

    /// <summary>A file that is written anew and so read before.</summary>
    public static ReadLimit Rewritten { get; } = new("a file that is written anew", 512 * Megabyte);

    internal string Exceeded => Bytes >= Megabyte ? $"it has more than {Bytes / Megabyte} MB, the most for {What}"
        : $"it has more than {Bytes / Kilobyte} KB, the most for {What}";
}
