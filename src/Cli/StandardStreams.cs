using System.Text;
using Dockerlint.Workspace;

namespace Dockerlint.Cli;

/// <summary>What the program makes of the three streams it is started with, which may be closed, full or cut off.</summary>
internal static class StandardStreams
{
    private static bool[] s_closed = [false, false, false];

    /// <summary>The name of the terminal, <c>TERM</c>; null when there is none.</summary>
    internal static string? Terminal { get; private set; }

    /// <summary>
    /// Is called before anything else. Nothing is written to the number of a stream that is closed: some file that was opened later may
    /// have it. What cannot be told on standard error is lost, and no reason to fail.
    /// </summary>
    internal static void Prepare()
    {
        // With a terminal it knows the runtime would write that it is in charge of the keys, and never take it back.
        Terminal = Environment.GetEnvironmentVariable("TERM");
        Environment.SetEnvironmentVariable("TERM", null);
        s_closed = [.. OpenStreams.AreClosed()];
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        Console.SetError(
            TextWriter.Synchronized(
            new StreamWriter(new PatientStream(IsClosed(2) ? Stream.Null : Console.OpenStandardError()), encoding) { AutoFlush = true }));
        Console.SetOut(TextWriter.Synchronized(new StreamWriter(new StandardOutput(), encoding) { AutoFlush = true }));
    }

    /// <summary>Whether the program was started without a stream.</summary>
    internal static bool IsClosed(int number) => s_closed[number];
}
