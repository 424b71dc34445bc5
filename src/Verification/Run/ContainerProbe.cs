using System.Globalization;
using Docker.DotNet.Models;

namespace Dockerlint.Verification;

/// <summary>Looks at a running container from a second one that shares its processes and its network and nothing else.</summary>
internal sealed class ContainerProbe(EngineConnection engine, RunScope run)
{
    private const int MostOutput = 4 << 20;

    // Numbers of processes begin with 1 in a container.
    private const int MostProcesses = 99;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan s_answer = TimeSpan.FromSeconds(8);

    private static readonly string[] s_files =
    [
        "/proc/net/tcp", "/proc/net/tcp6", "/proc/net/udp", "/proc/net/udp6", "/proc/1/status", "/proc/1/cmdline",
        .. Enumerable.Range(2, MostProcesses).Select(Status),
    ];

    private string? _image;

    /// <summary>The observation with what can be seen now; unchanged when nothing can.</summary>
    internal async Task<ContainerObservation> LookAsync(string container, ContainerObservation observation, CancellationToken cancellation)
    {
        if (!ProbeProgram.Supports(engine.Architecture))
        {
            return observation;
        }

        _image ??= await ImportAsync(cancellation);
        var parts = Split(await PrintAsync(container, s_files, cancellation));
        if (!parts.TryGetValue("/proc/1/status", out var status) || status.Count == 0)
        {
            return observation;
        }

        var isSeen = parts.GetValueOrDefault("/proc/net/tcp") is { Count: > 0 };
        return observation with
        {
            UserId = Field(status, "Uid:") is { } users
                && long.TryParse(users.Split('\t', ' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var user) ? user : null,
            CaughtSignals = Field(status, "SigCgt:") is { } caught
                && ulong.TryParse(caught, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var mask) ? mask : null,
            ProcessUsers = [.. Enumerable.Range(1, MostProcesses + 1).Select(number => parts.GetValueOrDefault(Status(number)))
                .OfType<List<string>>().Where(other => other.Count > 0 && Field(other, "Name:") != "probe")
                .Select(other => Field(other, "Uid:")?.Split('\t', ' ')[0] ?? "").Order(StringComparer.Ordinal)],
            CommandLine =
                [.. string.Join('\n', parts.GetValueOrDefault("/proc/1/cmdline") ?? []).Split('\0', StringSplitOptions.RemoveEmptyEntries)],
            Ports = isSeen
                ? [.. s_files[..4].SelectMany(file =>
                    ListenedPort.Read(parts.GetValueOrDefault(file) ?? [], file.Contains("tcp", StringComparison.Ordinal) ? "tcp" : "udp"))
                    .GroupBy(port => (port.Number, port.Protocol)).Select(group => group.MinBy(port => port.IsLoopback)!)
                        .OrderBy(port => port.Number)]
                : null,
        };
    }

    /// <summary>The status and the body of an answer; null when there is none.</summary>
    internal async Task<(int Status, string Body)?> AskAsync(string container, HttpProbe probe, int port, CancellationToken cancellation)
    {
        if (!ProbeProgram.Supports(engine.Architecture))
        {
            return null;
        }

        _image ??= await ImportAsync(cancellation);
        var request = $"@{port.ToString(CultureInfo.InvariantCulture)} {probe.Method} {probe.Path} HTTP/1.0\r\nHost: localhost\r\n"
            + "User-Agent: dockerlint\r\nAccept: */*\r\nConnection: close\r\n\r\n";
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(s_answer);
        string output;
        try
        {
            output = await PrintAsync(container, [request], patience.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }

        var start = output.IndexOf("HTTP/", request.Length, StringComparison.Ordinal);
        var words = start < 0 ? [] : output[start..].Split(' ', 3);
        var body = start < 0 ? -1 : output.IndexOf("\r\n\r\n", start, StringComparison.Ordinal);
        return words.Length > 1 && int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var status)
            ? (status, body < 0 ? "" : output[(body + 4)..]) : null;
    }

    private async Task<string> ImportAsync(CancellationToken cancellation)
    {
        var tag = OwnMark.Probe(run.Id);
        await using var archive = ProbeProgram.ToArchive(engine.Architecture);
        var parameters = new ImagesCreateParameters
        {
            FromSrc = "-",
            Repo = tag.Split(':')[0],
            Tag = run.Id,
            Changes = [$"LABEL {RunScope.Label}={run.Id}"]
        };
        var answer = new ImportAnswer();
        await engine.Client.Images.CreateImageAsync(parameters, archive, new AuthConfig(), answer, cancellation);

        // Podman does not give the name that was asked for.
        if (answer.Image is { } image && !await HasAsync(tag, cancellation))
        {
            await engine.Client.Images.TagImageAsync(
                image, new ImageTagParameters { RepositoryName = tag.Split(':')[0], Tag = run.Id }, cancellation);
        }

        return tag;
    }

    private async Task<bool> HasAsync(string image, CancellationToken cancellation)
    {
        try
        {
            await engine.Client.Images.InspectImageAsync(image, cancellation);
            return true;
        }
        catch (Docker.DotNet.DockerApiException)
        {
            return false;
        }
    }

    private async Task<string> PrintAsync(string container, string[] arguments, CancellationToken cancellation)
    {
        var created = await engine.Client.Containers.CreateContainerAsync(
            new CreateContainerParameters
            {
                Name = run.NextContainer(),
                Image = _image!,
                Entrypoint = [ProbeProgram.Path],
                Cmd = arguments,
                User = "65534:65534",
                Labels = new Dictionary<string, string> { [RunScope.Label] = run.Id },
                HostConfig = new HostConfig
                {
                    NetworkMode = "container:" + container,
                    PidMode = "container:" + container,
                    CapDrop = ["ALL"],
                    SecurityOpt = ["no-new-privileges"],
                    ReadonlyRootfs = true,
                    Memory = 32L << 20,
                    PidsLimit = 16,
                    LogConfig = new LogConfig { Type = "json-file" },
                },
            },
            cancellation);
        try
        {
            await engine.Client.Containers.StartContainerAsync(created.ID, new ContainerStartParameters(), cancellation);
            await engine.Client.Containers.WaitContainerAsync(created.ID, cancellation);
            return await ContainerLog.ReadAsync(engine, created.ID, MostOutput, standardOnly: true, cancellation);
        }
        catch (Docker.DotNet.DockerApiException)
        {
            return ""; // The container that is looked at has ended meanwhile.
        }
        finally
        {
            await RemoveAsync(created.ID);
        }
    }

    // Not with the token of the run, which may have ended. What stays has the label and goes at the end.
    private async Task RemoveAsync(string container)
    {
        using var patience = new CancellationTokenSource(s_patience);
        try
        {
            await engine.Client.Containers.RemoveContainerAsync(container, new ContainerRemoveParameters { Force = true }, patience.Token);
        }
        catch (Exception exception) when (EngineException.IsCausedByEngine(exception) || exception is OperationCanceledException)
        {
            // The removal at the end tells if that does not work either.
        }
    }

    private static Dictionary<string, List<string>> Split(string output)
    {
        var parts = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string>? current = null;
        foreach (var line in output.Split('\n'))
        {
            if (s_files.Contains(line))
            {
                current = parts[line] = [];
            }
            else if (line.Length > 0)
            {
                current?.Add(line);
            }
        }

        return parts;
    }

    private static string Status(int process) => string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/status");

    private static string? Field(List<string> status, string name) =>
        status.FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?[name.Length..].Trim();
}
