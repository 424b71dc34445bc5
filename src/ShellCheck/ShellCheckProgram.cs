using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Dockerlint.ShellCheck;

/// <summary>The program <c>shellcheck</c>: one process reads many scripts.</summary>
internal sealed class ShellCheckProgram(string path)
{
    /// <summary>So many scripts at most go to one process: their names have to fit into its arguments, and it has to end in time.</summary>
    internal const int MostScripts = 2000;

    // Far more than it takes; a process that hangs must not hang a build.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    /// <summary>The program on PATH, or null.</summary>
    internal static ShellCheckProgram? Find()
    {
        var names = OperatingSystem.IsWindows() ? (string[])["shellcheck.exe"] : ["shellcheck"];
        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var name in names)
            {
                // A relative folder on PATH would run what lies in the folder that is linted.
                if (Path.IsPathFullyQualified(folder) && File.Exists(Path.Combine(folder, name)))
                {
                    return new ShellCheckProgram(Path.Combine(folder, name));
                }
            }
        }

        return null;
    }

    /// <summary>Runs it on some scripts.</summary>
    /// <param name="scripts">The contents of the files.</param>
    /// <param name="comments">The findings, with the index of the script they are about.</param>
    /// <returns>What went wrong, or null.</returns>
    internal string? Run(IReadOnlyList<string> scripts, out IReadOnlyList<(int Script, ShellCheckComment Comment)> comments)
    {
        comments = [];
        DirectoryInfo? folder = null;
        try
        {
            folder = Directory.CreateTempSubdirectory("dockerlint-");
            for (var i = 0; i < scripts.Count; i++)
            {
                File.WriteAllText(
                    Path.Combine(folder.FullName, $"{i}"), scripts[i], new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            }

            return Run(folder.FullName, scripts.Count, out comments);
        }
        catch (Exception exception) when (
            exception is IOException or UnauthorizedAccessException or System.ComponentModel.Win32Exception or JsonException)
        {
            return $"{path}: {exception.Message}";
        }
        finally
        {
            Delete(folder);
        }
    }

    private string? Run(string folder, int count, out IReadOnlyList<(int Script, ShellCheckComment Comment)> comments)
    {
        comments = [];
        var start = new ProcessStartInfo(path)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };

        // Neither the user's environment nor a file of settings somewhere above changes the verdict.
        start.Environment.Remove("SHELLCHECK_OPTS");
        start.Environment["LC_ALL"] = "C.UTF-8";
        foreach (var argument in (string[])["--norc", "--format=json1", "--exclude=SC1090,SC1091,SC2187"])
        {
            start.ArgumentList.Add(argument);
        }

        for (var i = 0; i < count; i++)
        {
            start.ArgumentList.Add($"{i}");
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(s_patience))
        {
            process.Kill(entireProcessTree: true);
            return $"{path} did not end";
        }

        if (process.ExitCode > 1
            || JsonSerializer.Deserialize(output.GetAwaiter().GetResult(), ShellCheckJson.Default.ShellCheckOutput) is not { } result)
        {
            return $"{path} failed with exit code {process.ExitCode}: {errors.GetAwaiter().GetResult().Trim()}";
        }

        comments = [.. result.Comments.Select(comment =>
            (int.Parse(comment.File, System.Globalization.CultureInfo.InvariantCulture), comment))];
        return null;
    }

    private static void Delete(DirectoryInfo? folder)
    {
        try
        {
            folder?.Delete(recursive: true);
        }
        catch (IOException)
        {
            // The system cleans its folder for temporary files up itself.
        }
    }
}
