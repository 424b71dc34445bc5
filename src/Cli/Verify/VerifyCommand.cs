using System.CommandLine;
using System.Runtime.InteropServices;
using System.Text;
using Dockerlint.Linting;
using Dockerlint.Linting.Config;
using Dockerlint.Reporting;
using Dockerlint.Text;
using Dockerlint.Verification;
using Dockerlint.Workspace;

namespace Dockerlint.Cli;

/// <summary><c>dockerlint verify [CONTEXT]</c>: builds and runs the image and holds it to the Dockerfile.</summary>
internal static class VerifyCommand
{
    private const int Interrupted = 130;

    internal static Command Create()
    {
        var options = new VerifyOptions();
        var command = new Command(
            "verify",
            "Builds, rebuilds and runs the image on a Docker Engine and reports every promise of the Dockerfile that is broken. This "
                + "executes what the "
            + "Dockerfile says: it is the only command that does. Containers get no network, no capabilities, no writable root and no "
                + "ports of this machine "
            + "unless an option says so. Exit code 0 clean, 1 broken promises, 2 input or engine that cannot be used.");
        options.AddTo(command);
        command.SetAction(async (result, cancellation) => await RunAsync(options, result, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(VerifyOptions options, ParseResult result, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        void Interrupt(object? sender, ConsoleCancelEventArgs arguments)
        {
            arguments.Cancel = true;
            stop.Cancel();
        }

        Console.CancelKeyPress += Interrupt;
        using var termination = Catch(PosixSignal.SIGTERM, stop);
        using var hangUp = Catch(PosixSignal.SIGHUP, stop);
        using var quit = Catch(PosixSignal.SIGQUIT, stop);
        try
        {
            var addresses = EngineSearch.OfProcess(path => RegularFile.TryRead(path, ReadLimit.Pointer, out var bytes) is null ? bytes
                : null).Addresses(result.GetValue(options.Host), out var problem);
            if (problem is not null)
            {
                Problems.Tell(problem);
                return ExitCode.BadInput;
            }

            return result.GetValue(options.Prune) ? await PruneAsync(addresses, stop.Token)
                : await VerifyAsync(options, result, addresses, stop.Token);
        }
        catch (EngineException exception)
        {
            Problems.Tell(exception.Message);
            return ExitCode.BadInput;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Problems.Tell("stopped; what was made is removed");
            return Interrupted;
        }
        finally
        {
            Console.CancelKeyPress -= Interrupt;
        }
    }

    private static PosixSignalRegistration Catch(PosixSignal signal, CancellationTokenSource stop) =>
        PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            stop.Cancel();
        });

    private static async Task<int> PruneAsync(IReadOnlyList<EngineAddress> addresses, CancellationToken cancellation)
    {
        using var engine = await EngineConnection.OpenAsync(addresses, cancellation);
        var (removed, left) = await RunScope.PruneAsync(engine);
        Console.Out.WriteLine($"removed {removed} objects of earlier runs");
        foreach (var item in left)
        {
            Problems.Tell($"cannot remove {item}");
        }

        return left.Count == 0 ? ExitCode.Clean : ExitCode.BadInput;
    }

    private static async Task<int> VerifyAsync(
        VerifyOptions options, ParseResult result, IReadOnlyList<EngineAddress> addresses, CancellationToken cancellation)
    {
        var dockerfile = VerifyInput.DockerfileOf(options, result);
        if (VerifyConfig.Read(result.GetValue(options.Config), dockerfile, out var problem) is not { } config
            || config.Complete(result, out problem) is not { } whole
            || VerifyInput.Read(options, whole, config, out problem) is not { } request)
        {
            Problems.Tell(problem!);
            return ExitCode.BadInput;
        }

        var threshold = whole.GetValue(options.Threshold) is { } named ? ConfigNames.Severities[named] : config.Threshold;
        var format = whole.GetValue(options.Format)!;
        request = request with
        {
            IsGood = report => report.Problem is null
                && config.Settle(report.Tree ?? request.Tree, report.Findings).Diagnostics.All(finding => finding.Severity > threshold),
        };
        var report = whole.GetValue(options.Archive) is { } archive
            ? await ReadArchiveAsync(archive, request, cancellation)
            : await AskEngineAsync(addresses, request, format, cancellation);
        if (report is null)
        {
            return ExitCode.BadInput;
        }

        var tree = report.Tree ?? request.Tree;
        var settled = config.Settle(tree, report.Findings);
        var source = report.Tree is null ? SourceText.From(tree.Source.Text, Shown(dockerfile)) : tree.Source;
        Write(source, report, settled, format);
        var isWritten = WriteFiles(options, whole, source, report, settled);
        foreach (var item in report.Left)
        {
            Problems.Tell($"cannot remove {item}; dockerlint verify --prune tries again");
        }

        if (report.Problem is { } failure)
        {
            Problems.Tell(failure);
        }

        return report.Problem is not null || report.Left.Count > 0 || !isWritten ? ExitCode.BadInput
            : settled.Diagnostics.Any(finding => finding.Severity <= threshold) ? ExitCode.Findings
            : ExitCode.Clean;
    }

    private static async Task<VerificationReport?> AskEngineAsync(
        IReadOnlyList<EngineAddress> addresses, VerifyRequest request, string format, CancellationToken cancellation)
    {
        using var engine = await EngineConnection.OpenAsync(addresses, cancellation);
        using var progress = BuildLog.Create(format);
        return await progress.WatchAsync(() => new Verifier(engine, progress).RunAsync(request, cancellation));
    }

    private static async Task<VerificationReport?> ReadArchiveAsync(string path, VerifyRequest request, CancellationToken cancellation)
    {
        try
        {
            return await ArchiveVerifier.RunAsync(path, request, cancellation);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            Problems.Tell($"cannot read {path}: {exception.Message}");
            return null;
        }
    }

    // People and build servers look for the file from here.
    private static string Shown(string dockerfile) => dockerfile.Replace(Path.DirectorySeparatorChar, '/') is var path
        && path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;

    private static void Write(SourceText source, VerificationReport report, LintResult settled, string format)
    {
        using var writer = new StreamWriter(new StandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        if (format == "junit")
        {
            VerificationJUnit.Write(report, settled.Diagnostics, source, writer);
            return;
        }

        var rules = VerificationRules.Create();
        var file = new FileResult(source, settled.Diagnostics) { Suppressed = settled.Suppressed };
        ReporterCatalog.Create(format, TerminalStyle.ForReport(true))!.Write(new RunResult(ProgramVersion.Short, [file], rules), writer);
        if (format == "text")
        {
            VerifyText.Write(report, writer);
        }
    }

    private static bool WriteFiles(
        VerifyOptions options, ParseResult result, SourceText source, VerificationReport report, LintResult settled)
    {
        return WriteFile(result.GetValue(options.Report), output => VerificationJson.Write(report, settled.Diagnostics, source, output))
            & WriteFile(result.GetValue(options.Timings), output => VerificationJson.WriteTimings(report, source, output))
            & WriteFile(result.GetValue(options.Html), output =>
                output.Write(Encoding.UTF8.GetBytes(VerificationHtml.Write(report, settled.Diagnostics, source))));
    }

    private static bool WriteFile(string? path, Action<Stream> write)
    {
        if (path is null)
        {
            return true;
        }

        var problem = AtomicFile.TryWrite(path, write);
        if (problem is not null)
        {
            Problems.Tell($"cannot write {path}: {problem}");
        }

        return problem is null;
    }
}
