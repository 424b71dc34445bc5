using System.Globalization;
using Dockerlint.Cache;
using Dockerlint.Syntax;
using Dockerlint.Text;

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
                findings.Add(VerificationRules.ContainerEnds, Program, $"the container does not start: {ContainerWords.Reason(error)}");
            }

            findings.Follow("nothing about the running container: it does not start");
            return [];
        }

        var open = new List<string>();
        CheckSandbox(seen);
        CheckEnd(seen, open);
        CheckUser(seen, open);
        if (seen.ExitCode is not null)
        {
            if (options.ExpectedExit is null && (seen.ExitCode != 0 || config.Ports.Count > 0))
            {
                findings.Follow("ports, health and stop signal: the container had ended");
            }
            else
            {
                findings.Skip("ports, health and stop signal: the container ends by itself");
            }

            return open;
        }

        CheckHealth(seen);
        CheckPorts(seen, open);
        CheckReadiness(seen);
        CheckStop(seen, open);
        return open;
    }

    private void CheckSandbox(ContainerObservation seen)
    {
        if (seen.Sandbox is { } sandbox)
        {
            findings.Add(VerificationRules.HardeningNotBorne, Program,
                $"the container runs under docker run; hardened it needs {string.Join(" ", sandbox.Options)} (without, {sandbox.Failure})");
        }
        else if (options.IsHardened && seen.ExitCode is null or 0)
        {
            findings.Keep(VerificationRules.HardeningNotBorne, Program, "the container bears the hardened sandbox");
        }
    }

    private void CheckEnd(ContainerObservation seen, List<string> open)
    {
        var tail = ContainerWords.Tail(seen);
        if (seen.IsOutOfMemory)
        {
            findings.Add(VerificationRules.ContainerEnds, Program, options.Memory is > 0 and var memory
                ? $"the container needs more than {ByteCount.Show(memory)} of memory and was ended{tail}"
                : $"the container was ended for its memory{tail}");
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
            else
            {
                findings.Keep(VerificationRules.ContainerEnds, Program, Text($"the container ends with code {expected}, as it should"));
            }
        }
        else if (seen.ExitCode == 0 && config.Ports.Count == 0)
        {
            // Nothing says that it is a service, and nothing went wrong.
            open.Add(Text($"whether the container is meant to end: it ends with code 0 after {seen.RanFor.TotalSeconds:0.#} s; ")
                + "--expect-exit 0 says that it is a job");
        }
        else if (seen.ExitCode is not null && findings.All.Any(finding => finding.RuleId == VerificationRules.CommandMissing))
        {
            findings.Follow("whether the container runs: its program cannot be started");
        }
        else if (seen.ExitCode is { } code)
        {
            var hint = code == 0 ? "; if it is a job, say so with --expect-exit 0" : "";
            findings.Add(VerificationRules.ContainerEnds, Program,
                Text($"the container ends with code {code} after {seen.RanFor.TotalSeconds:0.#} s{tail}{hint}"));
        }
        else
        {
            findings.Keep(VerificationRules.ContainerEnds, Program,
                Text($"the container runs, and still did after {seen.RanFor.TotalSeconds:0.#} s"));
        }
    }

    private void CheckUser(ContainerObservation seen, List<string> open)
    {
        var place = findings.Responsible<UserInstruction>();
        var told = (options.User ?? config.User).Split(':')[0];
        if (seen.UserId is null && seen.ExitCode is not null && told is ("" or "0" or "root"))
        {
            // Too quick to be seen; that it began as root is certain all the same.
            findings.Add(VerificationRules.RunsAsRoot, place,
                $"the first process begins as root (user 0): {(told.Length == 0 ? "no USER is set" : $"USER is {told}")}");
        }
        else if (seen.UserId is null && seen.ExitCode is not null && told.All(char.IsAsciiDigit))
        {
            findings.Keep(VerificationRules.RunsAsRoot, place, $"the first process begins as user {told}");
        }
        else if (seen.UserId is null && seen.ExitCode is not (null or 0) && options.ExpectedExit is null)
        {
            findings.Follow("the user of the process: the container ended before it could be seen");
        }
        else if (seen.UserId is null)
        {
            open.Add("the user of the process, signals and ports: the engine's architecture has no probe, or the container was too quick");
        }
        else if (seen.UserId == 0)
        {
            var said = config.User.Length == 0 ? "no USER is set" : $"USER {config.User} leads to it";
            findings.Add(VerificationRules.RunsAsRoot, place, $"the first process runs as root (user 0): {said}");
        }
        else
        {
            findings.Keep(VerificationRules.RunsAsRoot, place, Text($"the first process runs as user {seen.UserId}"));
        }
    }

    private void CheckHealth(ContainerObservation seen)
    {
        if (!config.HasHealthcheck)
        {
            return;
        }

        var place = findings.Responsible<HealthcheckInstruction>();
        if (seen.Health == "healthy")
        {
            findings.Keep(VerificationRules.Unhealthy, place, "the health check succeeds");
            return;
        }

        var code = seen.HealthExitCode is { } number ? Text($"; the last check ended with code {number}") : "; no check has ended";
        var output = seen.HealthOutput.Trim() is { Length: > 0 } text ? $" and wrote: {text[..Math.Min(text.Length, 200)]}" : "";
        findings.Add(VerificationRules.Unhealthy, place,
            Text($"the health check does not succeed within {options.HealthTimeout.TotalSeconds:0.#} s{code}{output}"));
    }

    private void CheckReadiness(ContainerObservation seen)
    {
        if (options.ReadyLog is null && options.Probes.IsEmpty)
        {
            return;
        }

        var missing = seen.Missing.Where(gap => gap.IsAsked).ToList();
        foreach (var gap in missing)
        {
            findings.Add(VerificationRules.NotReady, Program, Text($"{gap.Words} within {options.HealthTimeout.TotalSeconds:0.#} s"));
        }

        if (missing.Count == 0)
        {
            findings.Keep(VerificationRules.NotReady, Program,
                Text($"the container is ready after {(seen.ReadyAfter ?? seen.RanFor).TotalSeconds:0.#} s"));
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
                findings.Add(VerificationRules.PortNotListened, PlaceOf(port),
                    Text($"nobody listens on {port} within {options.HealthTimeout.TotalSeconds:0.#} s"));
            }
            else if (listener.IsLoopback)
            {
                findings.Add(VerificationRules.PortNotListened, PlaceOf(port),
                    $"{port} is listened on for the container itself only (loopback address)");
            }
            else
            {
                findings.Keep(VerificationRules.PortNotListened, PlaceOf(port), $"{port} is listened on");
            }
        }

        foreach (var port in ports.Where(port => !port.IsLoopback && !exposed.Contains(port.ToString())))
        {
            findings.Add(VerificationRules.PortNotExposed, Program, $"the container listens on {port}, and no EXPOSE names it");
        }
    }

    // A port that no EXPOSE of the file names comes with the base image.
    private TextSpan PlaceOf(string port)
    {
        var number = port[..port.IndexOf('/', StringComparison.Ordinal)];
        return findings.Instructions.OfType<ExposeInstruction>().SelectMany(instruction => instruction.Words)
            .FirstOrDefault(word => Names(word.RawText, number))?.Span
            ?? findings.Instructions.OfType<ExposeInstruction>().FirstOrDefault(instruction =>
                instruction.Words.Any(word => word.Variables.Any()))?.Keyword.Span
            ?? plan.Model.Target!.From.Keyword.Span;
    }

    // EXPOSE 5000-5002 names three.
    private static bool Names(string word, string number)
    {
        var ends = word.Split('/')[0].Trim('"').Split('-', 2);
        return ends[0] == number || (ends is [var first, var last]
            && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var to)
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && from <= port && port <= to);
    }

    private void CheckStop(ContainerObservation seen, List<string> open)
    {
        var signal = config.StopSignal.Length == 0 ? "SIGTERM" : config.StopSignal;
        if (!seen.WasKilled)
        {
            findings.Keep(VerificationRules.StopSignalIgnored, Program,
                Text($"{signal} ends the container after {(seen.StopDuration ?? TimeSpan.Zero).TotalSeconds:0.#} s"));
            return;
        }

        // A program that has not come up may not have set up what catches the signal.
        if (!seen.IsReady && seen.Missing.Count > 0)
        {
            findings.Follow("the stop signal: the container was never ready");
            return;
        }

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
