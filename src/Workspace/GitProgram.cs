using System.Buffers;
using System.Text;
using Dockerlint.Semantics.Context;

namespace Dockerlint.Workspace;

/// <summary>Runs the git program in a directory: the one place that does.</summary>
internal sealed class GitProgram(string directory, GitPatience? patience = null)
{
    private const int PieceLength = 64 * 1024;
    private const int LittleInput = 4096;

    private string? _verdict;

    /// <summary>Whether a call had to be ended. The next one would be stuck, too, so there is none.</summary>
    internal bool IsStuck => _verdict is not null;

    /// <summary>Starts git; null when that fails.</summary>
    internal GitProcess? Start(IReadOnlyList<string> arguments, out string? problem)
    {
        problem = _verdict;
        return IsStuck ? null : GitProcess.Start(directory, arguments, patience ?? GitPatience.Default, out problem);
    }

    /// <summary>Runs git to its end.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="output">What it wrote.</param>
    /// <param name="input">What it gets to read; null for nothing.</param>
    /// <returns>Null when it went well, else what git said.</returns>
    internal string? Run(IReadOnlyList<string> arguments, out byte[] output, byte[]? input = null)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var problem = Run(arguments, piece => buffer.Write(piece), input);
        output = buffer.WrittenSpan.ToArray();
        return problem;
    }

    /// <summary>
    /// As <see cref="Run(IReadOnlyList{string}, out byte[], byte[])"/>, for output of one line; the text is that of <see cref="PathText"/>.
    /// </summary>
    internal string? RunLine(IReadOnlyList<string> arguments, out string line, byte[]? input = null)
    {
        var problem = Run(arguments, out var output, input);
        line = PathText.Decode(output.AsSpan().TrimEnd((byte)'\n'));
        return problem;
    }

    /// <summary>
    /// As <see cref="Run(IReadOnlyList{string}, out byte[], byte[])"/>, with output whose fields end in a zero byte, each in the text of
    /// <see cref="PathText"/>.
    /// </summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="take">Is given the fields one by one while git writes them, the empty ones too.</param>
    /// <param name="input">What git gets to read; null for nothing.</param>
    internal string? RunFields(IReadOnlyList<string> arguments, Action<string> take, byte[]? input = null)
    {
        var begun = new ArrayBufferWriter<byte>();
        var problem = Run(arguments, Split, input);
        if (begun.WrittenCount > 0)
        {
            take(PathText.Decode(begun.WrittenSpan));
        }

        return problem;

        void Split(ReadOnlySpan<byte> piece)
        {
            while (piece.IndexOf((byte)0) is >= 0 and var end)
            {
                begun.Write(piece[..end]);
                take(PathText.Decode(begun.WrittenSpan));
                begun.ResetWrittenCount();
                piece = piece[(end + 1)..];
            }

            begun.Write(piece);
        }
    }

    private string? Run(IReadOnlyList<string> arguments, Action<ReadOnlySpan<byte>> take, byte[]? input)
    {
        using var process = Start(arguments, out var problem);
        if (process is null)
        {
            return problem;
        }

        // Little fits into the pipe whether or not git reads it.
        var writing = input is { Length: > LittleInput } ? GitProcess.OnThread(() => Feed(process, input))
            : Task.FromResult(Feed(process, input ?? []));
        var buffer = new byte[PieceLength];
        while (process.Read(buffer) is > 0 and var count)
        {
            take(buffer.AsSpan(0, count));
        }

        writing.Wait();
        problem = process.End();
        _verdict ??= process.Verdict;
        return problem;
    }

    private static bool Feed(GitProcess process, byte[] input)
    {
        try
        {
            process.Input.Write(input);
            process.Input.Flush();
        }
        catch (IOException)
        {
            // Git ended before it had read everything; its exit code says why.
        }

        process.CloseInput();
        return true;
    }

    /// <summary>Lines of bytes, as git reads them.</summary>
    internal static byte[] Lines(IEnumerable<string> lines) => Encoding.ASCII.GetBytes(string.Concat(lines.Select(line => line + "\n")));
}
