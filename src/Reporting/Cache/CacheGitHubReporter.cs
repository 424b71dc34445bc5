using System.Globalization;
using Dockerlint.Cache;

namespace Dockerlint.Reporting;

/// <summary>Annotations of GitHub Actions: one for each step with a cause of its own.</summary>
/// <param name="file">The path of the Dockerfile in the repository.</param>
public sealed class CacheGitHubReporter(string file) : ICacheReporter
{
    /// <inheritdoc/>
    public void Write(InvalidationTrace trace, TextWriter writer)
    {
        foreach (var step in trace.Steps.Where(step =>
            step.Status is StepStatus.Rebuilt or StepStatus.Unknown && step.Cause?.Kind != CauseKind.Parent))
        {
            var title = step.Status == StepStatus.Rebuilt ? "Rebuilt step" : "Step that may be rebuilt";
            var detail = GitHubReporter.Data($"{CacheText.Shown(step.Step)}: {step.Cause?.Detail}");
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"::notice file={GitHubReporter.Property(file)},line={step.Step.Line},"
                + $"endLine={step.Step.EndLine},title={title}::{detail}\n"));
        }

        writer.Write($"::notice title=Build cache::{GitHubReporter.Data(CacheText.Summary(trace))}\n");
    }
}
