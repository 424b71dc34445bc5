using System.Diagnostics;

namespace Dockerlint.Testing;

/// <summary>A folder that is there as long as a test runs.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>Its full path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("dockerlint-").FullName;

    /// <summary>Writes a file and the folders above it.</summary>
    public void Write(string path, string text, UnixFileMode? mode = null)
    {
        var full = System.IO.Path.Combine(Path, path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(
                full, mode ?? (UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead));
        }
    }

    /// <summary>Runs git in the folder; an exit code other than 0 is an error of the test.</summary>
    public void Git(params string[] arguments) =>
        Run("git", ["-c", "user.name=test", "-c", "user.email=test@example.org", "-c", "core.autocrlf=false", .. arguments]);

    /// <summary>Runs a program in the folder; an exit code other than 0 is an error of the test.</summary>
    public void Run(string program, params string[] arguments)
    {
        var run = ProgramRun.Of(new ProcessStartInfo(program, arguments) { WorkingDirectory = Path });
        if (run.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {run.Error}");
        }
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
