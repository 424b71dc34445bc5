using System.Text;

namespace Dockerlint.Verification;

/// <summary>Takes secrets out of what a build writes.</summary>
internal sealed class SecretMask
{
    // Shorter ones would take apart ordinary words.
    private const int Shortest = 4;

    private readonly string[] _values;

    internal SecretMask(IEnumerable<BuildSecret> secrets) =>
        _values = [.. secrets.SelectMany(secret => Encoding.UTF8.GetString(secret.Value.Span).Split('\n'))
            .Select(line => line.Trim()).Where(line => line.Length >= Shortest).Distinct().OrderByDescending(line => line.Length)];

    internal string Apply(string text) =>
        _values.Aggregate(text, static (current, value) => current.Replace(value, "***", StringComparison.Ordinal));

    /// <summary>A report without secrets: a container may write what a build left in the image.</summary>
    internal VerificationReport Apply(VerificationReport report) => _values.Length == 0 ? report : report with
    {
        Findings = [.. report.Findings.Select(finding => finding with { Message = Apply(finding.Message) })],
        Layers = [.. report.Layers.Select(layer => layer with { CreatedBy = Apply(layer.CreatedBy) })],
        Container = report.Container is { } container ? Apply(container) : null,
        Warnings = Apply(report.Warnings),
        NotChecked = Apply(report.NotChecked),
        Remarks = Apply(report.Remarks),
        Problem = report.Problem is { } problem ? Apply(problem) : null,
    };

    private ContainerObservation Apply(ContainerObservation container) => container with
    {
        StartError = container.StartError is { } error ? Apply(error) : null,
        CommandLine = Apply(container.CommandLine),
        HealthOutput = Apply(container.HealthOutput),
        Log = Apply(container.Log),
    };

    private List<string> Apply(IEnumerable<string> texts) => [.. texts.Select(Apply)];
}
