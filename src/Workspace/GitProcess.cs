using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Dockerlint.Semantics.Context;
using Microsoft.Win32.SafeHandles;

namespace Dockerlint.Workspace;

/// <summary>
/// A git program that runs. While something is expected of it, it is watched: a pipe among the files it reads would hold it up for
/// ever, and a device feed it for ever. While it is asked nothing it may stay open as long as anybody likes.
/// </summary>
internal sealed class GitProcess : IDisposable
{
    private const int MostErrors = 16 * 1024;

    // As much as it takes to put the largest object together that git makes a difference of by itself (half a gigabyte), and more than
    // the largest index and history need. A device that never ends would fill the machine.
    private const ulong MostMemory = 2UL * 1024 * 1024 * 1024;

    private readonly Process _process;
    private readonly GitWatch _watch;
    private readonly Task<string> _errors;

    private GitProcess(Process process, GitPatience patience)
    {
        _process = process;
        _watch = new GitWatch(process.Id, patience, Kill);
        _errors = OnThread(() => Errors(process.StandardError.BaseStream));
    }

    /// <summary>Why it was ended before its time; null when it was not.</summary>
    internal string? Verdict => _watch.Verdict;

    /// <summary>What git reads.</summary>
    internal Stream Input => _process.StandardInput.BaseStream;

    /// <summary>Starts git; null when that fails.</summary>
    /// <param name="directory">Where it works; <c>.</c> is the current folder.</param>
    /// <param name="arguments">The command and its arguments.</param>
    /// <param name="patience">How long it is waited for.</param>
    /// <param name="problem">What went wrong.</param>
    internal static GitProcess? Start(string directory, IReadOnlyList<string> arguments, GitPatience patience, out string? problem)
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
            if (process is null)
            {
                throw new IOException("it does not start");
            }

            LinuxFile.LimitMemory(process.Id, MostMemory);
            return new GitProcess(process, patience);
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
        _watch.Arm();
        var count = _process.StandardOutput.BaseStream.Read(buffer);
        _watch.Disarm();
        return count;
    }

    /// <summary>Gives git all its input and waits for it. Null when it went well, else what git said.</summary>
    internal string? End()
    {
        CloseInput();
        _watch.Arm();
        _process.WaitForExit();
        _watch.Disarm();
        var message = _errors.Result.Trim();
        return _watch.Verdict is { } verdict ? verdict
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
        _watch.Dispose();
        _process.Dispose();
    }

    /// <summary>
    /// Does something that blocks, on a thread of its own: where those of the pool are all at work, git would wait and be taken to sleep.
    /// </summary>
    internal static Task<T> OnThread<T>(Func<T> action) =>
        Task.Factory.StartNew(
            action, CancellationToken.None, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);

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
