namespace Dockerlint.Verification;

/// <summary>
/// Holds an image to its Dockerfile: builds it, builds it again, runs it, reads it. This executes what the Dockerfile says. Whatever
/// happens, what was made is removed at the end unless it is to be kept.
/// </summary>
/// <param name="engine">The engine.</param>
/// <param name="progress">Who looks on at builds; null for nobody.</param>
public sealed class Verifier(EngineConnection engine, IProgress<BuildProgress>? progress = null)
{
    /// <summary>Verifies. A broken promise is a finding; an engine that fails is the <see cref="VerificationReport.Problem"/>.</summary>
    /// <exception cref="OperationCanceledException">It was stopped; what was made is removed.</exception>
    public async Task<VerificationReport> RunAsync(VerifyRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var run = new RunScope(engine);
        var report = new VerificationReport { RunId = run.Id, EngineVersion = engine.EngineVersion };
        var work = new VerificationWork(this, request, run, report);
        var isWhole = false;
        try
        {
            try
            {
                await CheckNetworkAsync(request, cancellation);
                await work.RunAsync(cancellation);
                report = work.Report;
                isWhole = true;
                report = await work.TagAsync(report, cancellation);
            }
            catch (EngineException exception)
            {
                report = work.Report with { Problem = exception.Message };
            }
            catch (Exception exception) when (EngineException.IsCausedByEngine(exception) && !cancellation.IsCancellationRequested)
            {
                report = work.Report with { Problem = EngineException.From("verifying", exception).Message };
            }
        }
        finally
        {
            if (request.Keeps)
            {
                report = report with { Remarks = [.. report.Remarks, $"what was made is kept, with the label {RunScope.Label}={run.Id}"] };
            }
            else
            {
                Tell("removing what was made");
                report = report with { Left = await run.RemoveAsync(isWhole) };
            }
        }

        return new SecretMask(request.Build.Secrets).Apply(report);
    }

    // Before anything is built.
    private async Task CheckNetworkAsync(VerifyRequest request, CancellationToken cancellation)
    {
        if (!request.RunsContainer || request.Container.Network is not { } network || network is "none" or "host" or "bridge" or "default"
            || network.StartsWith("container:", StringComparison.Ordinal))
        {
            return;
        }

        try
        {
            await engine.Client.Networks.InspectNetworkAsync(network, cancellationToken: cancellation);
        }
        catch (Docker.DotNet.DockerApiException exception) when (exception.StatusCode == System.Net.HttpStatusCode.NotFound)
        {
            throw new EngineException($"the engine has no network {network} (--network)");
        }
    }

    internal void Tell(string phase) => progress?.Report(new BuildProgress(BuildProgressKind.Phase, phase, ""));

    internal EngineConnection Engine => engine;

    internal IProgress<BuildProgress>? Progress => progress;
}
