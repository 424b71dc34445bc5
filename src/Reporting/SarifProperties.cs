using Microsoft.CodeAnalysis.Sarif;

namespace Dockerlint.Reporting;

/// <summary>
/// The property bags of a log, by node. The object model keeps serialized values in its own bags, for which it would bring its whole
/// serializer along.
/// </summary>
internal sealed class SarifProperties
{
    private readonly Dictionary<object, string> _confidences = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<object, IReadOnlyList<string>> _tags = new(ReferenceEqualityComparer.Instance);

    internal void SetConfidence(Result result, string name) => _confidences[result] = name;

    internal void SetTags(ReportingDescriptor rule, IEnumerable<string> tags) => _tags[rule] = [.. tags.Distinct(StringComparer.Ordinal)];

    internal string? ConfidenceOf(Result result) => _confidences.GetValueOrDefault(result);

    internal IReadOnlyList<string> TagsOf(ReportingDescriptor rule) => _tags.GetValueOrDefault(rule, []);
}
