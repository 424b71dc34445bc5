using System.Globalization;
using Docker.DotNet;
using Docker.DotNet.Models;

namespace Dockerlint.Verification;

/// <summary>Runs an image in a box, looks at it, and stops it.</summary>
internal sealed class ContainerRunner(EngineConnection engine, RunScope run, ContainerOptions options, ImageConfig config, ImageTree tree)
{
    private const int MostLog = 64 * 1024;
    private const string Temporary = "/tmp";

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan s_settled = TimeSpan.FromSeconds(1);

    private readonly ContainerProbe _probe = new(engine, run);

    /// <summary>Runs it and sees how it ends when it is told to.</summary>
    internal async Task<ContainerObservation> RunAsync(string image, ContainerBox box, CancellationToken cancellation)
    {
        var (container, error) = await StartAsync(image, box, cancellation);
        if (error is not null)
        {
            return new ContainerObservation { StartError = error };
        }

        var observation = await WatchAsync(container, cancellation);
        if (box.IsWritable)
        {
            // Before it stops: what it takes away then was written all the same.
            observation = observation with { Changes = await ChangesAsync(container, cancellation) };
        }

        if (observation.ExitCode is null)
        {
            observation = await StopAsync(container, observation, cancellation);
        }

        var log = new LogTail();
        log.Add(await ContainerLog.ReadAsync(engine, container, MostLog, standardOnly: false, cancellation));
        return observation with { Log = log.Lines };
    }

    /// <summary>Runs it for a while, or until it is as ready as another run was, and ends it by force.</summary>
    internal async Task<ContainerObservation> TryAsync(
        string image, ContainerBox box, TimeSpan pace, ContainerObservation model, CancellationToken cancellation)
    {
        var (container, error) = await StartAsync(image, box, cancellation);
        if (error is not null)
        {
            return new ContainerObservation { StartError = error };
        }

        var began = TimeProvider.System.GetTimestamp();
        var seen = new ContainerObservation();
        var readiness = new ContainerReadiness(options, config, _probe, engine);
        try
        {
            while (TimeProvider.System.GetElapsedTime(began) is var elapsed && elapsed < pace + s_pause)
            {
                var state = (await engine.Client.Containers.InspectContainerAsync(container, cancellation)).State!;
                if (!state.Running)
                {
                    return seen with
                    {
                        ExitCode = state.ExitCode,
                        IsOutOfMemory = state.OOMKilled,
                        RanFor = elapsed,
                        IsReady = model.IsReady,
                    };
                }

                seen = await readiness.LookAsync(container, state, seen with { RanFor = elapsed }, cancellation);
                await Task.Delay(s_pause, cancellation);
            }

            return await _probe.LookAsync(container, seen, cancellation);
        }
        finally
        {
            await RemoveAsync(container);
        }
    }

    private async Task RemoveAsync(string container)
    {
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            await engine.Client.Containers.RemoveContainerAsync(
                container, new ContainerRemoveParameters { Force = true, RemoveVolumes = true }, patience.Token);
        }
        catch (Exception exception) when (EngineException.IsCausedByEngine(exception) || exception is OperationCanceledException)
        {
            // It has the label, and the removal at the end tells if that does not work either.
        }
    }

    private async Task<(string Container, string? Error)> StartAsync(string image, ContainerBox box, CancellationToken cancellation)
    {
        var container = "";
        try
        {
            container = (await engine.Client.Containers.CreateContainerAsync(Parameters(image, box), cancellation)).ID;
            await engine.Client.Containers.StartContainerAsync(container, new ContainerStartParameters(), cancellation);
            return (container, null);
        }
        catch (DockerApiException exception) when (exception.StatusCode is System.Net.HttpStatusCode.BadRequest
            or System.Net.HttpStatusCode.InternalServerError or System.Net.HttpStatusCode.NotFound)
        {
            var message = EngineException.MessageOf(exception);
            if (options.Network is { } network && message.Contains("network " + network, StringComparison.Ordinal))
            {
                throw new EngineException($"the engine has no network {network} (--network): {message}");
            }

            if (container.Length > 0)
            {
                await RemoveAsync(container);
            }

            return (container, message);
        }
    }

    private CreateContainerParameters Parameters(string image, ContainerBox box)
    {
        // A file system in memory would hide what the image has in /tmp; a volume begins with it.
        var keepsTemporary = !box.IsWritable && tree.HasFilesBelow(Temporary);
        var paths = box.IsWritable || keepsTemporary ? box.TemporaryDirectories : box.TemporaryDirectories.Add(Temporary);
        var volumes = box.Volumes.Where(volume => !volume.Contains(':', StringComparison.Ordinal)).ToList();
        if (keepsTemporary && !box.TemporaryDirectories.Contains(Temporary))
        {
            volumes.Add(Temporary);
        }

        return new CreateContainerParameters
        {
            Name = run.NextContainer(),
            Image = image,
            Labels = new Dictionary<string, string> { [RunScope.Label] = run.Id },
            Env = [.. options.Environment],
            Cmd = options.Arguments is null ? null! : [.. options.Arguments],
            User = options.User!,
            Volumes = volumes.Distinct().ToDictionary(volume => volume, _ => default(EmptyStruct)),

            // Asked often, and without end, so that the time alone decides.
            Healthcheck = config.HasHealthcheck ? new HealthcheckConfig { Interval = TimeSpan.FromSeconds(1), Retries = 100_000 } : null,
            HostConfig = new HostConfig
            {
                NetworkMode = box.Network,
                Memory = box.Memory,
                MemorySwap = box.Memory,
                PidsLimit = box.Processes == 0 ? null : box.Processes,
                NanoCPUs = (long)(box.Processors * 1_000_000_000),
                CapDrop = ["ALL"],
                CapAdd = [.. box.Capabilities],
                SecurityOpt = box.AllowsNewPrivileges ? [] : ["no-new-privileges"],
                ReadonlyRootfs = !box.IsWritable,
                Tmpfs = paths.Distinct().ToDictionary(path => path, _ => "rw,exec,nosuid,nodev,size=64m,mode=1777"),
                Binds = [.. box.Volumes.Where(volume => volume.Contains(':', StringComparison.Ordinal))],
                Init = options.HasInit ? true : null,
                Privileged = false,
                PublishAllPorts = false,
                LogConfig = new LogConfig
                {
                    Type = "json-file",
                    Config = new Dictionary<string, string> { ["max-size"] = "1m", ["max-file"] = "1" },
                },
            },
        };
    }

    private async Task<ContainerObservation> WatchAsync(string container, CancellationToken cancellation)
    {
        var observation = new ContainerObservation();
        var readiness = new ContainerReadiness(options, config, _probe, engine);
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var state = (await engine.Client.Containers.InspectContainerAsync(container, cancellation)).State!;
            var elapsed = TimeProvider.System.GetElapsedTime(began);
            if (!state.Running)
            {
                // What it wrote last still counts.
                observation = await readiness.LookAtLogAsync(container, observation, cancellation);
                return observation with { ExitCode = state.ExitCode, IsOutOfMemory = state.OOMKilled, RanFor = elapsed };
            }

            observation = await readiness.LookAsync(container, state, observation with { RanFor = elapsed }, cancellation);
            var isOver = options.ExpectedExit is not null ? elapsed >= options.Wait + options.HealthTimeout
                : observation.ReadyAfter is { } ready ? elapsed >= options.Wait && elapsed >= ready + s_settled
                : elapsed >= options.Wait && elapsed >= options.HealthTimeout;
            if (isOver)
            {
                return await _probe.LookAsync(container, observation, cancellation);
            }

            await Task.Delay(s_pause, cancellation);
        }
    }

    private async Task<ContainerObservation> StopAsync(string container, ContainerObservation observation, CancellationToken cancellation)
    {
        var began = TimeProvider.System.GetTimestamp();
        var isTooLate = false;
        try
        {
            await engine.Client.Containers.KillContainerAsync(
                container, new ContainerKillParameters { Signal = await SignalAsync(container, cancellation) }, cancellation);
        }
        catch (DockerApiException exception) when (exception.StatusCode == System.Net.HttpStatusCode.Conflict)
        {
            var state = (await engine.Client.Containers.InspectContainerAsync(container, cancellation)).State!;
            return observation with { ExitCode = state.ExitCode, IsOutOfMemory = state.OOMKilled };
        }

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

    private async Task<IReadOnlyList<string>> ChangesAsync(string container, CancellationToken cancellation)
    {
        try
        {
            var changes = await engine.Client.Containers.InspectChangesAsync(container, cancellation);
            return [.. (changes ?? []).Where(change => change.Kind != FileSystemChangeKind.Delete).Select(change => change.Path)];
        }
        catch (DockerApiException)
        {
            return []; // Then a writable root is named as a whole.
        }
    }

    internal static string Spelled(string port) => port.Contains('/', StringComparison.Ordinal) ? port : port + "/tcp";

    internal static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
