using Dockerlint.Cache;
using Dockerlint.Optimizer;
using Dockerlint.Workspace;

namespace Dockerlint.Session;

/// <summary>The seconds of steps: measured ones from a file, and estimates for the rest.</summary>
public static class StepTimes
{
    /// <summary>The times of a file, estimates without one; null and what is wrong with it.</summary>
    /// <param name="path">The file; null for estimates.</param>
    /// <param name="problem">What is wrong.</param>
    public static StepTimer? Read(string? path, out string? problem)
    {
        problem = null;
        if (path is null)
        {
            return EstimatedTimes.Of;
        }

        if (InputFile.TryRead(path, ReadLimit.BuildLog, out var bytes) is { } unreadable)
        {
            problem = $"cannot read {path}: {unreadable}";
            return null;
        }

        if (MeasuredTimes.Read(System.Text.Encoding.UTF8.GetString(bytes)) is not { } times)
        {
            problem = $"{path} holds no times of steps: it must be a log of a build with --progress=rawjson or plain, or a report of "
                + "dockerlint verify";
            return null;
        }

        return (plan, step) => times.Find(plan, step) is { } seconds ? new StepTime(seconds, false) : EstimatedTimes.Of(plan, step);
    }
}
