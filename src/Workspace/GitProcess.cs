using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Dockerlint.Semantics.Context;
using Microsoft.Win32.SafeHandles;

namespace Dockerlint.Workspace;

/// <summary>A git program that runs. One that says nothing for minutes is ended: a pipe among the files it reads holds it up for ever.</summary>
internal sealed class GitProcess : IDisposable
{
    private const int MostErrors = 16 * 1024;

    private readonly Process _process;
    private readonly Timer _timer;
    private readonly Task<string> _errors;
    private readonly TimeSpan _patience;
    private volatile bool _isLate;

    private GitProcess(Process process, TimeSpan patience)
    {
        _process = process;
        _patience = patience;
        _timer = new Timer(_ => End(), null, patience, Timeout.InfiniteTimeSpan);
        _errors = Task.Run(() => Errors(process.StandardError.BaseStream));

        void End()
        {
            _isLate = true;
            Kill();
        }
    }

    /// <summary>What git reads.</summary>
    internal Stream Input => _process.StandardInput.BaseStream;

    /// <summary>Starts git; null when that fails.</summary>
    /// <param name="directory">Where it works; <c>.</c> is the current folder.</param>
    /// <param name="arguments">The command and its arguments.</param>
    /// <param name="patience">How long it may say nothing.</param>
    /// <param name="problem">What went wrong.</param>
    internal static GitProcess? Start(string directory, IReadOnlyList<string> arguments, TimeSpan patience, out string? problem)
    {
        if (GitExecutable.Found is not { } program)
        {
            problem = "cannot run git: it is in no folder of PATH";
            return null;
        }

        var start = new ProcessStartInfo(program, [.. GitEnvironment.Options, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        var isElsewhere = directory is not ("." or "");
        GitEnvironment.Apply(start.Environment, isElsewhere);
        SafeFileHandle? folder = null;
        try
        {
            start.WorkingDirectory = isElsewhere ? WorkingDirectory(directory, out folder) : "";
            problem = null;
            var process = Process.Start(start);
            return process is null ? throw new IOException("it does not start") : new GitProcess(process, patience);
        }
        catch (Exception exception) when (exception is Win32Exception or IOException)
        {
            problem = $"cannot run git: {exception.Message}";
            return null;
        }
        finally
        {
            folder?.Dispose();
        }
    }

    /// <summary>Reads what git writes; 0 at the end.</summary>
    internal int Read(Span<byte> buffer)
    {
        _timer.Change(_patience, Timeout.InfiniteTimeSpan);
        var count = _process.StandardOutput.BaseStream.Read(buffer);
        _timer.Change(_patience, Timeout.InfiniteTimeSpan);
        return count;
    }

    /// <summary>Gives git all its input and waits for it. Null when it went well, else what git said.</summary>
    internal string? End()
    {
        CloseInput();
        _process.WaitForExit();
        _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        var message = _errors.Result.Trim();
        return _isLate ? string.Create(CultureInfo.InvariantCulture, $"git said nothing for {_patience.TotalSeconds:0} seconds and was ended")
            : _process.ExitCode == 0 ? null
            : message.Length > 0 ? message.Split('\n')[0].TrimEnd('\r')
            : string.Create(CultureInfo.InvariantCulture, $"git ended with {_process.ExitCode}");
    }

    /// <summary>Tells git that its input is at an end.</summary>
    internal void CloseInput()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // Git ended before it had read everything; its exit code says why.
        }
    }

    public void Dispose()
    {
        Kill();
        _timer.Dispose();
        _process.Dispose();
    }

    private void Kill()
    {
        try
        {
            if (!_process.HasExited)
            {
                _process.Kill(entireProcessTree: true);
            }
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception)
        {
            // It has ended by itself.
        }
    }

    // Warnings may have no end; the first lines say what is wrong.
    private static string Errors(Stream stream)
    {
        var kept = new MemoryStream();
        var buffer = new byte[4096];
        while (stream.Read(buffer) is > 0 and var count)
        {
            kept.Write(buffer, 0, (int)Math.Min(count, Math.Max(0, MostErrors - kept.Length)));
        }

        return PathText.Decode(kept.ToArray());
    }

    // The runtime cannot name a folder that is no text; Linux names those that are open by numbers.
    private static string WorkingDirectory(string directory, out SafeFileHandle? opened)
    {
        opened = null;
        if (PathText.IsText(directory) || !OperatingSystem.IsLinux())
        {
            return directory;
        }

        var descriptor = LinuxFile.Open(LinuxFile.Name(directory)!, LinuxFile.Folder | LinuxFile.CloseOnExec, 0);
        if (descriptor < 0)
        {
            throw new IOException("its folder cannot be opened");
        }

        opened = new SafeFileHandle(descriptor, ownsHandle: true);
        return string.Create(CultureInfo.InvariantCulture, $"/proc/{Environment.ProcessId}/fd/{descriptor}");
    }
}
