using System.Globalization;
using Dockerlint.Linting;
using Dockerlint.Reporting;

namespace Dockerlint.Cli;

/// <summary>How often each rule speaks in a run.</summary>
internal sealed class FindingStatistics
{
    private readonly Dictionary<(string Id, Severity Severity), int> _counts = [];
    private int _files;
    private int _filesWithFindings;

    /// <summary>The results as they are, counted while they pass.</summary>
    internal IEnumerable<FileResult> Count(IEnumerable<FileResult> results)
    {
        foreach (var file in results)
        {
            _files++;
            _filesWithFindings += file.Diagnostics.Count > 0 ? 1 : 0;
            foreach (var finding in file.Diagnostics)
            {
                _counts[(finding.RuleId, finding.Severity)] = _counts.GetValueOrDefault((finding.RuleId, finding.Severity)) + 1;
            }

            yield return file;
        }
    }

    /// <summary>A line for each rule, the most frequent first, and a sum.</summary>
    internal void Write(TextWriter writer, IReadOnlyList<RuleInfo> rules)
    {
        var names = rules.DistinctBy(rule => rule.Id).ToDictionary(rule => rule.Id, rule => rule.Name, StringComparer.Ordinal);
        foreach (var ((id, severity), count) in _counts.OrderByDescending(entry => entry.Value)
            .ThenBy(entry => entry.Key.Id, StringComparer.Ordinal))
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture,
                $"{count,7}  {severity.ToString().ToLowerInvariant(),-8} {id,-8} {names.GetValueOrDefault(id)}").TrimEnd() + "\n");
        }

        var sum = _counts.Values.Sum();
        writer.Write(string.Create(CultureInfo.InvariantCulture,
            $"{sum,7}  finding{(sum == 1 ? "" : "s")} in {_filesWithFindings} of {_files} file{(_files == 1 ? "" : "s")}\n"));
    }
}
