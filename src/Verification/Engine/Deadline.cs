using System.Globalization;

namespace Dockerlint.Verification;

/// <summary>Ends work that takes too long.</summary>
internal static class Deadline
{
    /// <summary>Does the work; when it takes longer than allowed it is stopped, and that is an <see cref="EngineException"/>.</summary>
    internal static async Task<T> RunAsync<T>(
        string what, TimeSpan limit, Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        stop.CancelAfter(limit);
        try
        {
            return await work(stop.Token);
        }
        catch (Exception exception) when (stop.IsCancellationRequested && !cancellation.IsCancellationRequested
            && (exception is OperationCanceledException || EngineException.IsCausedByEngine(exception) || exception is EngineException))
        {
            throw new EngineException(
                string.Create(CultureInfo.InvariantCulture, $"{what} took longer than {limit.TotalSeconds:0.#} s and was stopped"));
        }
        catch (Exception exception) when (EngineException.IsCausedByEngine(exception) && !cancellation.IsCancellationRequested)
        {
            throw EngineException.From(what, exception);
        }
    }
}
