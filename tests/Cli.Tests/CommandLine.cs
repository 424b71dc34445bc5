using System.Diagnostics;
using System.Text;
using Dockerlint.Testing;

namespace Dockerlint.Tests.Cli;

/// <summary>
/// Runs the program as a process of its own: the binary that <c>DOCKERLINT_BINARY</c> names, or else the managed build that lies
/// beside this one.
/// </summary>
internal static class CommandLine
{
    private static readonly string? Binary = Environment.GetEnvironmentVariable("DOCKERLINT_BINARY");

    /// <summary>The command and arguments that start the program.</summary>
    public static IReadOnlyList<string> Program => string.IsNullOrEmpty(Binary) ? Managed : [Path.GetFullPath(Binary)];

    /// <summary>The managed program, whatever the variable says.</summary>
    public static IReadOnlyList<string> Managed { get; } =
    [
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
        RepositoryRoot.Combine(
            "artifacts", "bin", "Cli", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "dockerlint.dll"),
    ];

    /// <summary>Why there is no native binary to test; null if there is one.</summary>
    public static string? NativeMissing => string.IsNullOrEmpty(Binary) ? "DOCKERLINT_BINARY names no native binary" : null;

    public static Outcome Run(string folder, params IReadOnlyList<string> arguments) => Start([.. Program, .. arguments], folder, []);

    public static Outcome RunWithInput(string folder, byte[] input, params IReadOnlyList<string> arguments) =>
        Start([.. Program, .. arguments], folder, input);

    /// <summary>Runs a line of shell in which <c>$DOCKERLINT</c> starts the program.</summary>
    public static Outcome Shell(string folder, string line, params IReadOnlyList<(string Name, string Value)> environment) =>
        Start(["/bin/bash", "-c", line.Replace(
            "$DOCKERLINT", string.Join(' ', Program.Select(part => $"'{part}'")), StringComparison.Ordinal)], folder, [], environment);

    public static Outcome Start(
        IReadOnlyList<string> command, string folder, byte[] input, params IReadOnlyList<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = folder,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var unset in (string[])["NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "GITHUB_ACTIONS"])
        {
            start.Environment.Remove(unset);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var run = ProgramRun.Of(start, input);
        return new Outcome(run.ExitCode, run.Output, run.Error);
    }
}
