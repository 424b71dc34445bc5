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

    private static KeyValuePair<string, string> Split(string pair)
    {
        var equals = pair.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? new(pair, "") : new(pair[..equals], pair[(equals + 1)..]);
    }
}
