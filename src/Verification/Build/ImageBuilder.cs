using System.IO.Pipelines;
using System.Text.Json;
using Docker.DotNet;
using Docker.DotNet.Models;
using Dockerlint.Semantics;

namespace Dockerlint.Verification;

/// <summary>Asks an engine for builds. What it makes carries the label of the run.</summary>
/// <param name="engine">The engine.</param>
/// <param name="run">The run on whose behalf.</param>
/// <param name="progress">Who looks on; null for nobody.</param>
public sealed class ImageBuilder(EngineConnection engine, RunScope run, IProgress<BuildProgress>? progress = null)
{
    /// <summary>Builds. That a step fails is a result; see <see cref="BuildObservation.Error"/>.</summary>
    /// <exception cref="EngineException">The engine is gone or does not take the request.</exception>
    public async Task<BuildObservation> BuildAsync(BuildRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await using var session = request.Builder == Builder.BuildKit ? await OpenSessionAsync(request, stop.Token) : null;
        SessionHandler.Session = session?.Id;
        var pipe = new Pipe();
        var upload = UploadAsync(request.Context, pipe.Writer, stop.Token);
        var began = TimeProvider.System.GetTimestamp();
        try
        {
#pragma warning disable CS0618 // The other overload cannot read the trace: its text-valued aux makes it throw.
            await using var output =
                await engine.Client.Images.BuildImageFromDockerfileAsync(pipe.Reader.AsStream(), Parameters(request), stop.Token);
#pragma warning restore CS0618
            var observation = request.Builder == Builder.BuildKit
                ? await ReadBuildKitAsync(output, new SecretMask(request.Secrets), stop.Token)
                : await ReadClassicAsync(output, stop.Token);
            observation = observation with { Duration = TimeProvider.System.GetElapsedTime(began) };
            return observation;
        }
        catch (DockerApiException exception) when (exception.StatusCode == System.Net.HttpStatusCode.BadRequest)
        {
            // A Dockerfile that the engine does not take is refused before there is a stream.
            return new BuildObservation
            {
                Error = EngineException.MessageOf(exception),
                Duration = TimeProvider.System.GetElapsedTime(began)
            };
        }
        catch (Exception exception) when (EngineException.IsCausedByEngine(exception) && !cancellation.IsCancellationRequested)
        {
            throw upload is { IsFaulted: true, Exception.InnerException: UnreadableContextException unreadable }
                ? new EngineException(unreadable.Message, unreadable)
                : EngineException.From("building", exception);
        }
        finally
        {
            await stop.CancelAsync();
            await pipe.Reader.CompleteAsync();
            await upload.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private static async Task UploadAsync(BuildContext context, PipeWriter writer, CancellationToken cancellation)
    {
        // Off the caller's thread: the pipe takes a little and then waits for the engine.
        await Task.Yield();
        try
        {
            await using (var stream = writer.AsStream(leaveOpen: true))
            {
                await ContextArchive.WriteAsync(context, stream, cancellation);
            }

            await writer.CompleteAsync();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            var problem = new UnreadableContextException(exception);
            await writer.CompleteAsync(problem);
            throw problem;
        }
        catch (OperationCanceledException exception)
        {
            await writer.CompleteAsync(exception);
        }
    }

    private ImageBuildParameters Parameters(BuildRequest request) => new()
    {
        Version = request.Builder == Builder.BuildKit ? "2" : "1",
        Dockerfile = request.Dockerfile,
        BuildArgs = request.BuildArguments.Count > 0 ? new Dictionary<string, string>(request.BuildArguments) : null,
        Labels = request.IsMarked ? new Dictionary<string, string> { [RunScope.Label] = run.Id } : null,
        Tags = [request.IsMarked ? run.NextImage() : run.NextUnmarked()],
        Target = request.Target,
        Platform = request.Platform,
        NoCache = request.NoCache,
        Pull = request.IsPulling ? "1" : null,
        Remove = true,
        ForceRemove = true,
    };

    private async Task<BuildSession?> OpenSessionAsync(BuildRequest request, CancellationToken cancellation)
    {
        try
        {
            return await BuildSession.OpenAsync(engine, request.Secrets, cancellation);
        }
        catch (Exception exception) when (EngineException.IsCausedByEngine(exception))
        {
            throw EngineException.From("opening a session for the build", exception);
        }
    }

    private async Task<BuildObservation> ReadBuildKitAsync(Stream output, SecretMask mask, CancellationToken cancellation)
    {
        var trace = new BuildKitTrace(progress, mask);
        string? image = null, error = null;
        await foreach (var message in JsonLineStream.ReadAsync(output, cancellation))
        {
            error ??= ErrorOf(message);
            if (!message.TryGetProperty("aux", out var aux))
            {
                continue;
            }

            if (TextOf(message, "id") == "moby.buildkit.trace" && aux.ValueKind == JsonValueKind.String
                && aux.TryGetBytesFromBase64(out var bytes))
            {
                trace.Add(bytes);
            }
            else
            {
                image = ImageOf(aux) ?? image;
            }
        }

        return Finish(
            image, error is null ? null : mask.Apply(error), new BuildObservation { Steps = trace.Steps, Warnings = trace.Warnings });
    }

    private async Task<BuildObservation> ReadClassicAsync(Stream output, CancellationToken cancellation)
    {
        var trace = new ClassicTrace(progress, TimeProvider.System);
        string? image = null, error = null;
        try
        {
            await foreach (var message in JsonLineStream.ReadAsync(output, cancellation))
            {
                error ??= ErrorOf(message);
                if (TextOf(message, "stream") is { } written)
                {
                    trace.Add(written);
                }
                else if (message.TryGetProperty("aux", out var aux))
                {
                    image = ImageOf(aux) ?? image;
                }
            }
        }
        finally
        {
            // Also of a build that was broken off: nothing else tells of them.
            run.Remember(trace.Images, trace.Containers);
        }

        trace.End(error);
        return Finish(image, error, new BuildObservation { Steps = trace.Steps });
    }

    private static BuildObservation Finish(string? image, string? error, BuildObservation observation) => error is not null
        ? observation with { Error = error }
        : image is not null
            ? observation with { ImageId = image }
            : throw new EngineException("the engine broke off the build: its stream ended without an image or an error");

    private static string? ErrorOf(JsonElement message) =>
        (message.TryGetProperty("errorDetail", out var detail) ? TextOf(detail, "message") : null) ?? TextOf(message, "error");

    private static string? ImageOf(JsonElement aux) => TextOf(aux, "ID");

    private static string? TextOf(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString() : null;
}
