using System.CommandLine;
using Dockerlint.Workspace;

namespace Dockerlint.Cli;

/// <summary><c>dockerlint fmt PATH...</c>: one layout for all Dockerfiles, proved to change nothing but the layout.</summary>
internal static class FormatCommand
{
    internal static Command Create()
    {
        var command = new Command("fmt",
            "Lays Dockerfiles out in one style and proves that nothing else changes. Exit code 0: all is well, 1: --check found files to "
                + "format, 2: wrong usage or configuration, or a file that cannot be read or is no Dockerfile, 3: a bug of ours, and the "
                + "file is as it was.");
        var options = new FormatCommandOptions();
        options.AddTo(command);
        command.SetAction(result => Run(options.Read(result)));
        return command;
    }

    private static int Run(FormatRequest request)
    {
        if (request.FilesFrom is { } list)
        {
            if (FileList.TryRead(list, out var paths) is { } problem)
            {
                Problems.Tell($"cannot read {list}: {problem}");
                return ExitCode.BadInput;
            }

            request = request with { Paths = [.. request.Paths, .. paths] };
        }

        return new FormatRun(request).Run();
    }
}
