using Docker.DotNet.Models;

namespace Dockerlint.Verification;

/// <summary>Looks whether a container does what it has to do before anything else of it is judged.</summary>
internal sealed class ContainerReadiness(ContainerOptions options, ImageConfig config, ContainerProbe probe, EngineConnection engine)
{
    private const int MostLog = 1 << 20;

    private readonly HashSet<HttpProbe> _answered = [];
    private readonly Dictionary<HttpProbe, string> _answers = [];
    private bool _isLogged = options.ReadyLog is null;

    /// <summary>The observation with what is seen now.</summary>
    internal async Task<ContainerObservation> LookAsync(
        string container, State state, ContainerObservation seen, CancellationToken cancellation)
    {
        seen = seen with
        {
            Health = config.HasHealthcheck ? state.Health?.Status ?? "" : "",
            HealthOutput = state.Health?.Log is { Count: > 0 } log ? log[^1].Output ?? "" : "",
            HealthExitCode = state.Health?.Log is { Count: > 0 } runs ? runs[^1].ExitCode : null,
        };
        if (seen.UserId is null || Unlistened(seen).Any())
        {
            seen = await probe.LookAsync(container, seen, cancellation);
        }

        seen = await LookAtLogAsync(container, seen, cancellation);
        foreach (var request in options.Probes.Where(request => !_answered.Contains(request)))
        {
            await AskAsync(container, request, cancellation);
        }

        var missing = Missing(seen).ToList();
        return seen with
        {
            Missing = missing,
            IsReady = missing.Count == 0,
            ReadyAfter = missing.Count == 0 ? seen.ReadyAfter ?? seen.RanFor : seen.ReadyAfter,
        };
    }

    /// <summary>The observation with what the log says.</summary>
    internal async Task<ContainerObservation> LookAtLogAsync(string container, ContainerObservation seen, CancellationToken cancellation)
    {
        if (!_isLogged)
        {
            var text = await ContainerLog.ReadAsync(engine, container, MostLog, standardOnly: false, cancellation, "all");
            _isLogged = text.Split('\n').Any(line => options.ReadyLog!.IsMatch(line));
        }

        return _isLogged ? seen with { Missing = [.. seen.Missing.Where(gap => gap != LogGap)] } : seen;
    }

    private ReadinessGap LogGap => new($"no line of its log matches {options.ReadyLog}", IsAsked: true);

    private IEnumerable<string> Unlistened(ContainerObservation seen) => config.Ports.Select(ContainerRunner.Spelled)
        .Where(port => seen.Ports is { } ports && ports.All(found => found.ToString() != port));

    private IEnumerable<ReadinessGap> Missing(ContainerObservation seen)
    {
        if (config.HasHealthcheck && seen.Health != "healthy")
        {
            yield return new ReadinessGap("the health check has not succeeded", IsAsked: false);
        }

        foreach (var port in Unlistened(seen))
        {
            yield return new ReadinessGap($"nobody listens on {port}", IsAsked: false);
        }

        if (!_isLogged)
        {
            yield return LogGap;
        }

        foreach (var request in options.Probes.Where(request => !_answered.Contains(request)))
        {
            yield return new ReadinessGap(
                $"{request} {_answers.GetValueOrDefault(request, "is not answered")}", IsAsked: true);
        }
    }

    private async Task AskAsync(string container, HttpProbe request, CancellationToken cancellation)
    {
        if ((request.Port ?? FirstPort()) is not { } port)
        {
            _answers[request] = "names no port, and the image exposes none";
        }
        else if (await probe.AskAsync(container, request, port, cancellation) is not { } answer)
        {
            _answers[request] = "is not answered";
        }
        else if (answer.Status == request.Status)
        {
            _answered.Add(request);
        }
        else
        {
            _answers[request] = ContainerRunner.Text($"is answered with {answer.Status} and not with {request.Status}");
        }
    }

    private int? FirstPort() => config.Ports.Select(port => port.Split('/'))
        .Where(parts => parts is [_] or [_, "tcp"] && int.TryParse(parts[0], out _))
        .Select(parts => (int?)int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture)).FirstOrDefault();
}
