using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Dockerlint.Workspace;

/// <summary>Runs the git program in a directory.</summary>
internal sealed class GitProgram(string directory)
{
    /// <summary>Runs git to its end.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="output">What it wrote.</param>
    /// <param name="input">What it gets to read; null for nothing.</param>
    /// <returns>Null when it went well, else what git said.</returns>
    internal string? Run(IReadOnlyList<string> arguments, out byte[] output, byte[]? input = null)
    {
        output = [];
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        start.Environment["LC_ALL"] = "C";
        try
        {
            using var process = Process.Start(start);
            if (process is null)
            {
                return "the git program does not start";
            }

            var writing = Task.Run(() => Feed(process, input));
            var errors = process.StandardError.ReadToEndAsync();
            using var buffer = new MemoryStream();
            process.StandardOutput.BaseStream.CopyTo(buffer);
            writing.Wait();
            process.WaitForExit();
            output = buffer.ToArray();
            var message = errors.Result.Trim();
            return process.ExitCode == 0 ? null : message.Length > 0 ? message.Split('\n')[0] : $"git ended with {process.ExitCode}";
        }
        catch (Win32Exception exception)
        {
            return $"cannot run git: {exception.Message}";
        }
    }

    /// <summary>As <see cref="Run"/>, with the output as fields that end in a zero byte.</summary>
    internal string? RunFields(IReadOnlyList<string> arguments, out string[] fields)
    {
        var problem = Run(arguments, out var output);
        fields = Encoding.UTF8.GetString(output).Split('\0', StringSplitOptions.RemoveEmptyEntries);
        return problem;
    }

    /// <summary>Reads blobs by their names; names that are none are left out.</summary>
    internal string? ReadBlobs(IReadOnlyList<string> names, out Dictionary<string, byte[]> blobs)
    {
        blobs = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        if (names.Count == 0)
        {
            return null;
        }

        if (Run(["cat-file", "--batch"], out var output, Encoding.ASCII.GetBytes(string.Concat(names.Select(name => name + "\n")))) is { } problem)
        {
            return problem;
        }

        for (var position = 0; position < output.Length;)
        {
            // name SP type SP size LF content LF, or name SP missing LF
            var end = Array.IndexOf(output, (byte)'\n', position);
            var header = Encoding.ASCII.GetString(output, position, end - position).Split(' ');
            position = end + 1;
            if (header.Length == 3 && int.TryParse(header[2], NumberStyles.None, CultureInfo.InvariantCulture, out var size))
            {
                blobs[header[0]] = output[position..(position + size)];
                position += size + 1;
            }
        }

        return null;
    }

    private static void Feed(Process process, byte[]? input)
    {
        try
        {
            process.StandardInput.BaseStream.Write(input ?? []);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // Git ended before it had read everything; its exit code says why.
        }
    }
}
