using System.Globalization;
using Dockerlint.Cache;
using Dockerlint.Syntax;

namespace Dockerlint.Verification;

/// <summary>Compares what a container did with what its Dockerfile says.</summary>
internal sealed class ContainerCheck(LayerPlan plan, ImageConfig config, ContainerOptions options, FindingList findings)
{
    private const int SignalTerm = 15;

    private InstructionSyntax Program => findings.Instructions.FirstOrDefault(instruction => instruction is EntrypointInstruction)
        ?? findings.Instructions.FirstOrDefault(instruction => instruction is CmdInstruction) ?? plan.Model.Target!.From;

    /// <summary>Reports; gives what could not be checked.</summary>
    internal IEnumerable<string> Run(ContainerObservation seen)
    {
        if (seen.StartError is { } error)
        {
            // A program that is not there has been reported, and is the reason.
            if (findings.All.All(finding => finding.RuleId != VerificationRules.CommandMissing))
            {
                findings.Add(VerificationRules.ContainerEnds, Program, $"the container does not start: {Reason(error)}");
            }

            return ["nothing about the running container: it does not start"];
        }

        CheckEnd(seen);
        if (seen.ExitCode is not null && options.ExpectedExit is null)
        {
            return ["ports, health and stop signal: the container had ended"];
        }

        var open = new List<string>();
        CheckUser(seen, open);
        CheckHealth(seen);
        if (seen.ExitCode is null)
        {
            CheckPorts(seen, open);
            CheckStop(seen);
        }

        return open;
    }

    // The runtime names everybody who passed the error on before it says what is wrong.
    private static string Reason(string error)
    {
        foreach (var prefix in (string[])["unable to start container process: ", "error during container init: "])
        {
            var at = error.IndexOf(prefix, StringComparison.Ordinal);
            error = at < 0 ? error : error[(at + prefix.Length)..];
        }

        return error.Trim();
    }

    private void CheckEnd(ContainerObservation seen)
    {
        var log = seen.Log.Where(line => line.Trim().Length > 0).TakeLast(4).ToList();
        var tail = log.Count > 0 ? "; its last lines: " + string.Join(" | ", log.Select(line => line.Trim())) : "";
        if (seen.IsOutOfMemory)
        {
            findings.Add(VerificationRules.ContainerEnds, Program,
                $"the container needs more than {ByteCount.Show(options.Memory)} of memory and was ended{tail}");
        }
        else if (options.ExpectedExit is { } expected)
        {
            if (seen.ExitCode is not { } code)
            {
                findings.Add(
                    VerificationRules.ContainerEnds, Program, Text($"the container keeps running and should end with code {expected}"));
            }
            else if (code != expected)
            {
                findings.Add(
                    VerificationRules.ContainerEnds, Program, Text($"the container ends with code {code} and not with {expected}{tail}"));
            }
        }
        else if (seen.ExitCode is { } code)
        {
            findings.Add(VerificationRules.ContainerEnds, Program,
                Text($"the container ends with code {code} in less than {options.Wait.TotalSeconds:0.#} s{tail}"));
        }
    }

    private void CheckUser(ContainerObservation seen, List<string> open)
    {
        if (seen.UserId is null)
        {
            open.Add("the user of the process, signals and ports: the engine's architecture has no probe, or the container was too quick");
        }
        else if (seen.UserId == 0)
        {
            var said = config.User.Length == 0 ? "no USER is set" : $"USER {config.User} leads to it";
            findings.Add(
                VerificationRules.RunsAsRoot, findings.Responsible<UserInstruction>(), $"the first process runs as root (user 0): {said}");
        }
    }

    private void CheckHealth(ContainerObservation seen)
    {
        if (config.HasHealthcheck && seen.Health != "healthy")
        {
            var code = seen.HealthExitCode is { } number ? Text($"; the last check ended with code {number}") : "; no check has ended";
            var output = seen.HealthOutput.Trim() is { Length: > 0 } text ? $" and wrote: {text[..Math.Min(text.Length, 200)]}" : "";
            findings.Add(VerificationRules.Unhealthy, findings.Responsible<HealthcheckInstruction>(),
                Text($"the health check does not succeed within {options.HealthTimeout.TotalSeconds:0.#} s{code}{output}"));
        }
    }

    private void CheckPorts(ContainerObservation seen, List<string> open)
    {
        if (seen.Ports is not { } ports)
        {
            if (seen.UserId is not null)
            {
                open.Add("ports: the kernel's tables could not be read");
            }

            return;
        }

        var exposed = config.Ports.Select(ContainerRunner.Spelled).ToList();
        foreach (var port in exposed)
        {
            var listener = ports.FirstOrDefault(listened => listened.ToString() == port);
            if (listener is null)
            {
                AddPort(port,
                    $"nobody listens on {port} within {options.Wait.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture)} s");
            }
            else if (listener.IsLoopback)
            {
                AddPort(port, $"{port} is listened on for the container itself only (loopback address)");
            }
        }

        foreach (var port in ports.Where(port => !port.IsLoopback && !exposed.Contains(port.ToString())))
        {
            findings.Add(VerificationRules.PortNotExposed, Program, $"the container listens on {port}, and no EXPOSE names it");
        }
    }

    private void AddPort(string port, string message)
    {
        var number = port[..port.IndexOf('/', StringComparison.Ordinal)];
        foreach (var instruction in findings.Instructions.OfType<ExposeInstruction>())
        {
            if (instruction.Words.FirstOrDefault(word => word.RawText.Split('/')[0] == number) is { } word)
            {
                findings.Add(VerificationRules.PortNotListened, word.Span, message);
                return;
            }
        }

        findings.Add(VerificationRules.PortNotListened, findings.Responsible<ExposeInstruction>(), message);
    }

    private void CheckStop(ContainerObservation seen)
    {
        if (!seen.WasKilled)
        {
            return;
        }

        var signal = config.StopSignal.Length == 0 ? "SIGTERM" : config.StopSignal;
        var isCaught = seen.CaughtSignals is { } mask && signal == "SIGTERM" ? (mask >> (SignalTerm - 1) & 1) != 0 : (bool?)null;
        var shell = seen.CommandLine is [var first, "-c", ..] && first.EndsWith("sh", StringComparison.Ordinal) ? first : null;
        var why = isCaught is null ? ""
            : isCaught.Value ? ": process 1 catches it and does not end"
            : shell is null ? ": process 1 does not catch it, and the kernel ends process 1 by no signal that it does not catch"
            : $": process 1 is {shell}, which neither catches it nor passes it on to the program";
        var place = config.StopSignal.Length > 0 && isCaught != false ? findings.Responsible<StopsignalInstruction>() : Program;
        findings.Add(VerificationRules.StopSignalIgnored, place,
            Text($"{signal} does not end the container within {options.StopGrace.TotalSeconds:0.#} s{why}"));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
