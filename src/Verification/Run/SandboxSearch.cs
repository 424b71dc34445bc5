using System.Diagnostics;

namespace Dockerlint.Verification;

/// <summary>
/// Runs an image in our own box and, where it fails there, as <c>docker run</c> would: what fails in both is the image's fault, and for
/// what fails in ours alone the few things are looked for that it does not bear.
/// </summary>
internal sealed class SandboxSearch(ContainerRunner runner, ContainerOptions options, ImageConfig config, ImageTree tree)
{
    // Each trial is a container; whoever needs more is told to take Docker's box as a whole.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(100);

    private readonly Stopwatch _clock = new();

    internal async Task<ContainerObservation> RunAsync(string image, CancellationToken cancellation)
    {
        var hard = ContainerBox.Of(options);
        var seen = await runner.RunAsync(image, hard, cancellation);
        var wide = ContainerBox.DockersOwn(options);
        if (!options.IsHardened || IsGood(seen) || !hard.ReliefsTo(wide).Any())
        {
            return seen;
        }

        var loose = await runner.RunAsync(image, wide, cancellation);
        // What does not get on under docker run either is the image's own fault.
        if (!IsGood(loose) || IsAsGood(seen, loose))
        {
            return loose;
        }

        _clock.Start();
        var trial = new ContainerTrial(runner, image, loose, Pace(seen, loose));
        var reliefs = await ReduceAsync(trial, hard, [.. hard.ReliefsTo(wide)], cancellation);
        if (reliefs.Contains(BoxRelief.Writable))
        {
            reliefs = await NarrowAsync(trial, hard, reliefs, loose, cancellation);
        }

        // Tried again it came as far in our own box: the box is not the reason.
        if (reliefs.Count == 0)
        {
            return loose;
        }

        IReadOnlyList<string> named = _clock.Elapsed > s_patience ? ["--sandbox docker"] : [.. reliefs.Select(relief => relief.Option)];
        return loose with { Sandbox = new SandboxVerdict(named, ContainerWords.Failure(seen)) };
    }

    // Whether one run reached no less than another.
    private bool IsAsGood(ContainerObservation seen, ContainerObservation loose) => loose.Fits(seen) && Score(seen) >= Score(loose);

    private int Score(ContainerObservation seen) =>
        (seen.StartError is null ? 1 : 0) + (EndsWell(seen) ? 2 : 0) + (seen.IsReady ? 1 : 0);

    private bool IsGood(ContainerObservation seen) =>
        seen.StartError is null && EndsWell(seen) && (seen.IsReady || seen.ExitCode is not null);

    private bool EndsWell(ContainerObservation seen) => !seen.IsOutOfMemory && seen.StartError is null
        && (options.ExpectedExit is { } expected ? seen.ExitCode == expected : seen.ExitCode is null or 0);

    // How long a trial has to hold out until it has not failed as the first run did.
    private TimeSpan Pace(ContainerObservation seen, ContainerObservation loose)
    {
        var failed = seen.ExitCode is not null || seen.StartError is not null ? seen.RanFor : TimeSpan.Zero;
        var ready = loose.ReadyAfter ?? loose.RanFor;
        var pace = TimeSpan.FromSeconds(Math.Max(failed.TotalSeconds, ready.TotalSeconds) * 1.5 + 1);
        return pace < options.Wait + options.HealthTimeout ? pace : options.Wait + options.HealthTimeout;
    }

    private async Task<List<BoxRelief>> ReduceAsync(
        ContainerTrial trial, ContainerBox hard, List<BoxRelief> all, CancellationToken cancellation)
    {
        var needed = all.ToList();
        var pending = new Stack<List<BoxRelief>>([all]);
        while (pending.TryPop(out var part) && _clock.Elapsed < s_patience)
        {
            var rest = needed.Except(part).ToList();
            if (await trial.RunsAsync(Box(hard, rest), cancellation))
            {
                needed = rest;
            }
            else if (part.Count > 1)
            {
                pending.Push(part[(part.Count / 2)..]);
                pending.Push(part[..(part.Count / 2)]);
            }
        }

        return needed;
    }

    // A writable root is more than a folder or two.
    private async Task<List<BoxRelief>> NarrowAsync(
        ContainerTrial trial, ContainerBox hard, List<BoxRelief> reliefs, ContainerObservation loose, CancellationToken cancellation)
    {
        var folders = WrittenFolders.Of(loose.Changes, config.Volumes, tree);
        var others = reliefs.Where(relief => relief != BoxRelief.Writable).ToList();
        return folders.Count > 0 && await trial.RunsAsync(Box(hard, [.. others, .. folders]), cancellation)
            ? await ReduceFoldersAsync(trial, hard, others, folders, cancellation)
            : reliefs;
    }

    private async Task<List<BoxRelief>> ReduceFoldersAsync(
        ContainerTrial trial, ContainerBox hard, List<BoxRelief> others, List<BoxRelief> folders, CancellationToken cancellation)
    {
        var kept = folders.ToList();
        foreach (var folder in folders.Count > 1 ? folders : [])
        {
            var rest = kept.Where(other => other != folder).ToList();
            if (_clock.Elapsed < s_patience && await trial.RunsAsync(Box(hard, [.. others, .. rest]), cancellation))
            {
                kept = rest;
            }
        }

        // A capability may have been needed only where the root was writable, or only there not.
        var needed = others.ToList();
        foreach (var relief in others)
        {
            var rest = needed.Where(other => other != relief).ToList();
            if (_clock.Elapsed < s_patience && await trial.RunsAsync(Box(hard, [.. rest, .. kept]), cancellation))
            {
                needed = rest;
            }
        }

        return [.. kept, .. needed];
    }

    private static ContainerBox Box(ContainerBox hard, IEnumerable<BoxRelief> reliefs) =>
        reliefs.Aggregate(hard, static (box, relief) => relief.Apply(box));
}
