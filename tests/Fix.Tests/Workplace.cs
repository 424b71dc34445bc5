using System.Diagnostics;
using System.Text;
using Dockerlint.Testing;

namespace Dockerlint.Tests;

/// <summary>A temporary folder in which programs run; gone at the end of the test.</summary>
internal sealed class Workplace : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("dockerlint-fix-").FullName;

    public string this[string name] => Path.Combine(Folder, name);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        File.WriteAllBytes(this[name], bytes);
        return this[name];
    }

    public string Read(string name) => Encoding.UTF8.GetString(File.ReadAllBytes(this[name]));

    /// <summary>Runs the real program.</summary>
    public Outcome Lint(params string[] arguments) => LintInput("", arguments);

    public Outcome LintInput(string input, params string[] arguments) =>
        Run(Path.Combine(AppContext.BaseDirectory, "dockerlint" + (OperatingSystem.IsWindows() ? ".exe" : "")), input,
            ["lint", .. arguments]);

    public Outcome Run(string program, string input, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            StandardOutputEncoding = Encoding.Latin1,
            StandardErrorEncoding = Encoding.UTF8,
        };
        var run = ProgramRun.Of(start, Encoding.UTF8.GetBytes(input));
        return new Outcome(run.ExitCode, run.Output, run.Error);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>What a program gave back.</summary>
    /// <param name="ExitCode">Its exit code.</param>
    /// <param name="Output">Standard output, one character a byte.</param>
    /// <param name="Error">Standard error.</param>
    internal sealed record Outcome(int ExitCode, string Output, string Error);
}
