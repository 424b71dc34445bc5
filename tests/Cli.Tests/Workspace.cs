namespace Dockerlint.Tests.Cli;

/// <summary>A folder of its own for a test.</summary>
internal sealed class Workspace : IDisposable
{
    public const string Clean = "FROM alpine:3.22\nUSER 1000\nCMD [\"true\"]\n";
    public const string Untagged = "FROM alpine\nUSER 1000\nCMD [\"true\"]\n";

    public string Folder { get; } = Directory.CreateTempSubdirectory("dockerlint-cli-").FullName;

    public Workspace Add(string path, string text)
    {
        var full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return this;
    }

    /// <summary>Makes <c>dockerlint</c> a program of the folder <c>bin</c>; gives the value of PATH with which shells find it.</summary>
    public string AddProgram()
    {
        Add("bin/dockerlint", $"#!/bin/sh\nexec {string.Join(' ', CommandLine.Program.Select(part => $"'{part}'"))} \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(
                Path.Combine(Folder, "bin", "dockerlint"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return $"{Path.Combine(Folder, "bin")}:{Environment.GetEnvironmentVariable("PATH")}";
    }

    /// <summary>The files that a run with these arguments reports something in, in order.</summary>
    public string Reported(params IReadOnlyList<string> arguments)
    {
        var outcome = CommandLine.Run(Folder, ["lint", "--format", "gnu", .. arguments]);
        return string.Join(
            ' ', outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(':')[1]).Distinct());
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
