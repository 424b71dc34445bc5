using System.Collections.Concurrent;
using Docker.DotNet;
using Docker.DotNet.Models;

namespace Dockerlint.Verification;

/// <summary>
/// What one run makes in the engine, so that nothing of it stays. Images and containers carry the label and a name, see
/// <see cref="OwnMark"/>; what the classic builder makes on its way carries none and is remembered by id.
/// </summary>
public sealed class RunScope
{
    /// <summary>The label; its value is the id of the run.</summary>
    public const string Label = "dockerlint.run";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(500);

    private readonly EngineConnection _engine;
    private readonly ConcurrentQueue<string> _images = new();
    private readonly ConcurrentQueue<string> _containers = new();
    private int _named;

    /// <summary>A run on an engine.</summary>
    public RunScope(EngineConnection engine)
    {
        _engine = engine;
        Id = OwnMark.NewRun();
    }

    /// <summary>The id.</summary>
    public string Id { get; }

    /// <summary>A name for another image of the run.</summary>
    internal string NextImage() => OwnMark.Image(Id, Interlocked.Increment(ref _named));

    /// <summary>A name for another image of the run that carries no label.</summary>
    internal string NextUnmarked() => OwnMark.Unmarked(Id, Interlocked.Increment(ref _named));

    /// <summary>A name for another container of the run.</summary>
    internal string NextContainer() => OwnMark.Container(Id, Interlocked.Increment(ref _named));

    /// <summary>Takes note of intermediate images and containers of the classic builder, which carry no label.</summary>
    internal void Remember(IEnumerable<string> images, IEnumerable<string> containers)
    {
        foreach (var image in images)
        {
            _images.Enqueue(image);
        }

        foreach (var container in containers)
        {
            _containers.Enqueue(container);
        }
    }

    /// <summary>Removes what the run made; gives what could not be removed, empty when all is gone.</summary>
    /// <param name="isWhole">Whether the run came to its end; else the engine may still be finishing something.</param>
    public async Task<IReadOnlyList<string>> RemoveAsync(bool isWhole = true)
    {
        using var patience = new CancellationTokenSource(s_patience);
        var left = await RemoveOnceAsync(patience.Token);
        if (isWhole || left.Count > 0)
        {
            return left;
        }

        await Task.Delay(s_pause);
        return await RemoveOnceAsync(patience.Token);
    }

    private async Task<List<string>> RemoveOnceAsync(CancellationToken cancellation)
    {
        var left = new List<string>();
        foreach (var container in _containers)
        {
            await TryAsync(() => _engine.Client.Containers.RemoveContainerAsync(container, s_removal, cancellation));
        }

        await RemoveOwnAsync(_engine, Id, left, cancellation);
        foreach (var image in _images.Reverse())
        {
            await TryAsync(() => RemoveUnusedAsync(image, cancellation));
        }

        return left;
    }

    // Not by force, and never one with a name: an image that something or somebody else uses stays.
    private async Task RemoveUnusedAsync(string image, CancellationToken cancellation)
    {
        if (await _engine.Client.Images.InspectImageAsync(
            image, cancellation) is { RepoTags: null or { Count: 0 }, RepoDigests: null or { Count: 0 } })
        {
            await _engine.Client.Images.DeleteImageAsync(image, new ImageDeleteParameters(), cancellation);
        }
    }

    /// <summary>
    /// Removes what earlier runs left, and nothing that only carries their label; gives how many objects went and which did not.
    /// </summary>
    public static async Task<(int Removed, IReadOnlyList<string> Left)> PruneAsync(EngineConnection engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        using var patience = new CancellationTokenSource(s_patience);
        var left = new List<string>();
        var removed = await RemoveOwnAsync(engine, null, left, patience.Token);
        return (removed, left);
    }

    private static readonly ContainerRemoveParameters s_removal = new() { Force = true, RemoveVolumes = true };

    // Of one run, or of all. An image of this very run may have lost its name, or never got one; of another it is then not known to be
    // ours.
    private static async Task<IReadOnlyList<string>> ListAsync(EngineConnection engine, string? run, CancellationToken cancellation)
    {
        var label = run is null ? Label : $"{Label}={run}";
        var filters = new Dictionary<string, IDictionary<string, bool>> { ["label"] = new Dictionary<string, bool> { [label] = true } };
        var containers = await engine.Client.Containers.ListContainersAsync(
            new ContainersListParameters { All = true, Filters = filters }, cancellation);
        var images = await engine.Client.Images.ListImagesAsync(new ImagesListParameters { All = true, Filters = filters }, cancellation);
        var unmarked = await engine.Client.Images.ListImagesAsync(new ImagesListParameters
        {
            Filters = new Dictionary<string, IDictionary<string, bool>>
            {
                ["reference"] = new Dictionary<string, bool> { [OwnMark.UnmarkedReference] = true },
            },
        }, cancellation);
        return
        [
            .. containers.Where(container => OwnMark.IsContainer(RunOf(container.Labels), container.Names))
                .Select(container => "container " + container.ID),
            .. images.SelectMany(image => NamesOf(image, run)).Select(name => "image " + name),
            .. unmarked.SelectMany(image => OwnMark.UnmarkedOf(run, image.RepoTags)).Select(name => "image " + name),
        ];
    }

    private static string? RunOf(IDictionary<string, string>? labels) =>
        labels is not null && labels.TryGetValue(Label, out var run) ? run : null;

    private static IEnumerable<string> NamesOf(ImagesListResponse image, string? run)
    {
        var names = (image.RepoTags ?? []).Where(name => name != "<none>:<none>").ToList();
        return run is not null && names.Count == 0 ? [image.ID] : OwnMark.Images(RunOf(image.Labels), names);
    }

    // Containers first: they hold their images. An image that others build on goes after them, so there are several rounds.
    private static async Task<int> RemoveOwnAsync(EngineConnection engine, string? run, List<string> left, CancellationToken cancellation)
    {
        var removed = 0;
        try
        {
            for (var isMoving = true; isMoving;)
            {
                left.Clear();
                isMoving = false;
                foreach (var found in await ListAsync(engine, run, cancellation))
                {
                    if (await RemoveAsync(engine, found, cancellation))
                    {
                        removed++;
                        isMoving = true;
                    }
                    else
                    {
                        left.Add(found);
                    }
                }

                isMoving &= left.Count > 0;
            }
        }
        catch (Exception exception) when (EngineException.IsCausedByEngine(exception) || exception is OperationCanceledException)
        {
            left.Add($"everything labelled {Label}{(run is null ? "" : "=" + run)}: the engine does not answer "
                + $"({exception.GetBaseException().Message})");
        }

        return removed;
    }

    private static Task<bool> RemoveAsync(EngineConnection engine, string found, CancellationToken cancellation)
    {
        var blank = found.IndexOf(' ', StringComparison.Ordinal);
        var (kind, id) = (found[..blank], found[(blank + 1)..]);

        // An image not by force: one that somebody's container uses stays.
        return TryAsync(() => kind == "container"
            ? engine.Client.Containers.RemoveContainerAsync(id, s_removal, cancellation)
            : engine.Client.Images.DeleteImageAsync(id, new ImageDeleteParameters(), cancellation));
    }

    // Gone already is as good as removed.
    private static async Task<bool> TryAsync(Func<Task> remove)
    {
        try
        {
            await remove();
            return true;
        }
        catch (DockerApiException exception) when (exception.StatusCode == System.Net.HttpStatusCode.NotFound)
        {
            return true;
        }
        catch (Exception exception) when (EngineException.IsCausedByEngine(exception) || exception is OperationCanceledException)
        {
            return false;
        }
    }
}
