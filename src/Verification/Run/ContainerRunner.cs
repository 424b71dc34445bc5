using Docker.DotNet;
using Docker.DotNet.Models;

namespace Dockerlint.Verification;

/// <summary>Runs an image shut in as tightly as an engine can, looks at it, and stops it.</summary>
internal sealed class ContainerRunner(EngineConnection engine, RunScope run, ContainerOptions options)
{
    private const int MostLog = 64 * 1024;

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(200);

    private readonly ContainerProbe _probe = new(engine, run);

    internal async Task<ContainerObservation> RunAsync(string image, ImageConfig config, CancellationToken cancellation)
    {
        var container = await CreateAsync(image, config, cancellation);
        try
        {
            await engine.Client.Containers.StartContainerAsync(container, new ContainerStartParameters(), cancellation);
        }
        catch (DockerApiException exception) when (exception.StatusCode is System.Net.HttpStatusCode.BadRequest
            or System.Net.HttpStatusCode.InternalServerError or System.Net.HttpStatusCode.NotFound)
        {
            return new ContainerObservation { StartError = EngineException.MessageOf(exception) };
        }

        var observation = await WatchAsync(container, config, cancellation);
        if (observation.ExitCode is null)
        {
            observation = await StopAsync(container, observation, cancellation);
        }

        var log = new LogTail();
        log.Add(await ContainerLog.ReadAsync(engine, container, MostLog, standardOnly: false, cancellation));
        return observation with { Log = log.Lines };
    }

    private async Task<string> CreateAsync(string image, ImageConfig config, CancellationToken cancellation)
    {
        var temporary = options.TemporaryDirectories.Append("/tmp").Distinct()
            .ToDictionary(path => path, _ => "rw,nosuid,nodev,size=64m,mode=1777");
        var parameters = new CreateContainerParameters
        {
            Name = run.NextContainer(),
            Image = image,
            Labels = new Dictionary<string, string> { [RunScope.Label] = run.Id },
            Env = [.. options.Environment],
            Cmd = options.Arguments is null ? null! : [.. options.Arguments],

            // Asked often, and without end, so that the time alone decides.
            Healthcheck = config.HasHealthcheck ? new HealthcheckConfig { Interval = TimeSpan.FromSeconds(1), Retries = 100_000 } : null,
            HostConfig = new HostConfig
            {
                NetworkMode = options.Network,
                Memory = options.Memory,
                MemorySwap = options.Memory,
                PidsLimit = options.Processes,
                NanoCPUs = (long)(options.Processors * 1_000_000_000),
                CapDrop = ["ALL"],
                CapAdd = [.. options.Capabilities],
                SecurityOpt = options.AllowsNewPrivileges ? [] : ["no-new-privileges"],
                ReadonlyRootfs = !options.IsWritable,
                Tmpfs = temporary,
                Privileged = false,
                PublishAllPorts = false,
                LogConfig = new LogConfig
                {
                    Type = "json-file",
                    Config = new Dictionary<string,
                    string>
                    { ["max-size"] = "1m", ["max-file"] = "1" }
                },
            },
        };
        return (await engine.Client.Containers.CreateContainerAsync(parameters, cancellation)).ID;
    }

    private async Task<ContainerObservation> WatchAsync(string container, ImageConfig config, CancellationToken cancellation)
    {
        var observation = new ContainerObservation();
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var state = (await engine.Client.Containers.InspectContainerAsync(container, cancellation)).State!;
            if (!state.Running)
            {
                return observation with
                {
                    ExitCode = state.ExitCode,
                    IsOutOfMemory = state.OOMKilled,
                    Health = config.HasHealthcheck
                    ? "ended" : ""
                };
            }

            observation = observation with
            {
                Health = config.HasHealthcheck ? state.Health?.Status ?? "" : "",
                HealthOutput = state.Health?.Log is { Count: > 0 } log ? log[^1].Output ?? "" : "",
                HealthExitCode = state.Health?.Log is { Count: > 0 } runs ? runs[^1].ExitCode : null,
            };
            var elapsed = TimeProvider.System.GetElapsedTime(began);
            var needsPorts =
                config.Ports.Any(port => observation.Ports is { } ports && ports.All(seen => seen.ToString() != Spelled(port)));
            if (observation.UserId is null || needsPorts || elapsed >= options.Wait)
            {
                observation = await _probe.LookAsync(container, observation, cancellation);
            }

            var awaitsHealth = config.HasHealthcheck && observation.Health != "healthy" && elapsed < options.HealthTimeout;
            if (elapsed >= options.Wait && !awaitsHealth && options.ExpectedExit is null)
            {
                return observation;
            }

            if (options.ExpectedExit is not null && elapsed >= options.Wait + options.HealthTimeout)
            {
                return observation;
            }

            await Task.Delay(s_pause, cancellation);
        }
    }

    private async Task<ContainerObservation> StopAsync(string container, ContainerObservation observation, CancellationToken cancellation)
    {
        var began = TimeProvider.System.GetTimestamp();
        var isTooLate = false;
        await engine.Client.Containers.KillContainerAsync(
            container, new ContainerKillParameters { Signal = await SignalAsync(container, cancellation) }, cancellation);
        while ((await engine.Client.Containers.InspectContainerAsync(container, cancellation)).State is { Running: true })
        {
            if (TimeProvider.System.GetElapsedTime(began) >= options.StopGrace)
            {
                isTooLate = true;
                await engine.Client.Containers.KillContainerAsync(
                    container, new ContainerKillParameters { Signal = "SIGKILL" }, cancellation);
                break;
            }

            await Task.Delay(s_pause, cancellation);
        }

        return observation with { StopDuration = TimeProvider.System.GetElapsedTime(began), WasKilled = isTooLate };
    }

    private async Task<string> SignalAsync(string container, CancellationToken cancellation) =>
        (await engine.Client.Containers.InspectContainerAsync(container, cancellation)).Config?.StopSignal is { Length: > 0 } signal
            ? signal : "SIGTERM";

    internal static string Spelled(string port) => port.Contains('/', StringComparison.Ordinal) ? port : port + "/tcp";
}
