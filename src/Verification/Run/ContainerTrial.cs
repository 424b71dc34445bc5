namespace Dockerlint.Verification;

/// <summary>Tries whether a container does in a box what it did under <c>docker run</c>.</summary>
internal sealed class ContainerTrial(ContainerRunner runner, string image, ContainerObservation model, TimeSpan pace)
{
    internal async Task<bool> RunsAsync(ContainerBox box, CancellationToken cancellation) =>
        model.Fits(await runner.TryAsync(image, box, pace, model, cancellation));
}
