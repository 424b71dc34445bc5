using System.Diagnostics;

namespace Dockerlint.Testing;

/// <summary>What a program gave back that a test ran.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Its standard output, read as the start says.</param>
/// <param name="Error">Its standard error.</param>
public sealed record ProgramRun(int ExitCode, string Output, string Error)
{
    private static readonly TimeSpan s_end = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Runs a program to its end and reads what it writes. One that does not end is ended with everything it started: a test
    /// that hangs tells nothing, and keeps all others from telling what they found.
    /// </summary>
    /// <param name="start">What to start; its streams are redirected.</param>
    /// <param name="input">What it gets on standard input, which is closed after it.</param>
    /// <param name="patience">How long it may take; null for five minutes.</param>
    /// <exception cref="TimeoutException">It did not end, or left a process behind that holds its output.</exception>
    public static ProgramRun Of(ProcessStartInfo start, byte[]? input = null, TimeSpan? patience = null)
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        var feed = Task.Run(() => Feed(process, input ?? []));
        if (!process.WaitForExit(patience ?? TimeSpan.FromMinutes(5)))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"does not end: {Line(start)}\n{Read(output)}{Read(error)}");
        }

        feed.Wait(s_end);
        return Task.WhenAll(output, error).Wait(s_end)
            ? new ProgramRun(process.ExitCode, output.Result, error.Result)
            : throw new TimeoutException($"has ended and left a process behind that holds its output: {Line(start)}");
    }

    private static void Feed(Process process, byte[] input)
    {
        try
        {
            process.StandardInput.BaseStream.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program does not read its input.
        }
    }

    private static string Read(Task<string> text) => text.Wait(s_end) ? text.Result : "";

    private static string Line(ProcessStartInfo start) => $"{start.FileName} {string.Join(' ', start.ArgumentList)}";
}
