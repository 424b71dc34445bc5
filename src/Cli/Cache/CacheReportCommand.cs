using System.CommandLine;
using System.Text;
using Dockerlint.Session;
using Dockerlint.Workspace;

namespace Dockerlint.Cli;

/// <summary><c>dockerlint cache report --html FILE</c>: history, causes and proposals as one page.</summary>
internal static class CacheReportCommand
{
    internal static Command Create()
    {
        var options = new HistoryOptions();
        var html = new Option<string>(
            "--html")
        { Description = "Where the page goes; - for standard output.", Required = true, HelpName = "FILE" };
        var command = new Command("report", "Writes one page without network: the stages, each step coloured by its hit rate in the git "
            + "history, what broke it, the commits, and the proposals.") { html };
        options.AddTo(command);
        command.SetAction(result => Run(options.Read(result), result.GetValue(html)!));
        return command;
    }

    private static int Run(HistoryRequest request, string path)
    {
        if (request.Optimize(Problems.Tell, out var problem) is not { } found)
        {
            return CacheDiffCommand.Fail(problem!);
        }

        void Write(Stream stream)
        {
            using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
            CachePage.Write(request.File, ProgramVersion.Short, found, writer,
                Path.GetFileName(Path.TrimEndingDirectorySeparator(DiskPath.Full(request.Context))));
        }

        if (path != "-")
        {
            if (AtomicFile.TryWrite(path, Write) is { } failure)
            {
                return CacheDiffCommand.Fail($"cannot write {path}: {failure}");
            }

            Problems.Tell(string.Create(System.Globalization.CultureInfo.InvariantCulture,
                $"wrote {path}: {found.History.Built:N0} builds, {found.Proposals.Count:N0} proposals"));
            return ExitCode.Clean;
        }

        using var output = new StandardOutput();
        Write(output);
        return ExitCode.Clean;
    }
}
