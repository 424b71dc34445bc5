using System.Collections.Immutable;
using Docker.DotNet;
using Dockerlint.Cache;
using Dockerlint.Semantics;

namespace Dockerlint.Verification;

/// <summary>Asks the engine for what the cache model wants to know of the images a Dockerfile names.</summary>
internal static class BaseImages
{
    internal static async Task<ImmutableDictionary<string,
        BaseImage>> ReadAsync(EngineConnection engine, BuildModel model, CancellationToken cancellation)
    {
        var images = ImmutableDictionary<string, BaseImage>.Empty;
        foreach (var name in model.Stages.Where(stage => stage.Base.Stage is null && stage.Base.Kind != BaseKind.Scratch)
            .Select(stage => stage.Base.Text).OfType<string>().Where(name => name.Length > 0).Distinct())
        {
            try
            {
                var image = await engine.Client.Images.InspectImageAsync(name, cancellation);
                images = images.SetItem(name, new BaseImage
                {
                    Digest = image.ID,
                    Layers = image.RootFS?.Layers is { Count: > 0 } layers ? string.Join('+', layers) : null,
                    Environment = [.. (image.Config?.Env ?? []).Select(pair => Split(pair))],
                    User = image.Config?.User ?? "",
                    WorkingDirectory = image.Config?.WorkingDir ?? "",
                    OnBuild = [.. image.Config?.OnBuild ?? []],
                });
            }
            catch (DockerApiException)
            {
                // BuildKit keeps what it pulls to itself: nothing is known then, and the model knows how to live with that.
            }
        }

        return images;
    }

    /// <summary>
    /// The image with a name that another one is built on, as far as the engine has it, and how many steps of the history are its own.
    /// </summary>
    internal static async Task<(string Name, int Steps)?> FindBelowAsync(
        EngineConnection engine, string id, ImageConfig config, CancellationToken cancellation)
    {
        (string Name, int Layers)? best = null;
        var all = await engine.Client.Images.ListImagesAsync(new Docker.DotNet.Models.ImagesListParameters(), cancellation);
        foreach (var image in all.Where(image => image.ID != id))
        {
            if (image.RepoTags?.FirstOrDefault(name => name != "<none>:<none>") is not { } name)
            {
                continue;
            }

            try
            {
                var layers = (await engine.Client.Images.InspectImageAsync(image.ID, cancellation)).RootFS?.Layers ?? [];
                if (layers.Count > (best?.Layers ?? 0) && layers.Count < config.DiffIds.Count
                    && layers.SequenceEqual(config.DiffIds.Take(layers.Count)))
                {
                    best = (name, layers.Count);
                }
            }
            catch (DockerApiException)
            {
                // It went away meanwhile.
            }
        }

        // Up to the step that made its last layer; what follows without a layer may belong to either, and is ours to look at.
        var seen = 0;
        return best is not { } found || config.History.Count(step => step.HasLayer) != config.DiffIds.Count ? null
            : (found.Name, config.History.TakeWhile(step =>
                (seen += step.HasLayer ? 1 : 0) <= found.Layers && (seen < found.Layers || step.HasLayer)).Count());
    }

    private static KeyValuePair<string, string> Split(string pair)
    {
        var equals = pair.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? new(pair, "") : new(pair[..equals], pair[(equals + 1)..]);
    }
}
