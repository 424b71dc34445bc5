using System.Globalization;
using Dockerlint.LanguageServer.Documents;
using Dockerlint.LanguageServer.Protocol;
using Dockerlint.Linting;
using Dockerlint.Semantics.Context;

namespace Dockerlint.LanguageServer.Features;

/// <summary>What is wrong in a .dockerignore file: lines that the engine rejects, and lines that do nothing.</summary>
internal static class IgnoreFileFindings
{
    internal static ShownDiagnostic[] Of(OpenDocument document)
    {
        var found = new List<ShownDiagnostic>();
        foreach (var problem in IgnoreRules.Parse(document.Text).Problems)
        {
            // line N: what is wrong
            var colon = problem.IndexOf(':', StringComparison.Ordinal);
            var line = int.Parse(problem["line ".Length..colon], CultureInfo.InvariantCulture);
            found.Add(DiagnosticFeature.Plain(RangeOf(document, line - 1), Severity.Error, "dockerignore-syntax", problem[(colon + 2)..]));
        }

        found.AddRange(Useless(document));
        return [.. found.OrderBy(finding => finding.Range.Start.Line)];
    }

    // A line that says again what an earlier one says, with none between that says the opposite of anything, and an exception from nothing.
    private static IEnumerable<ShownDiagnostic> Useless(OpenDocument document)
    {
        var lines = document.Text.Split('\n');
        var said = new Dictionary<string, int>(StringComparer.Ordinal);
        var (excludes, isException) = (false, false);
        for (var i = 0; i < lines.Length; i++)
        {
            if (IgnoreRules.Parse(lines[i]).Patterns is not [var pattern])
            {
                continue;
            }

            // Behind a line of the other kind the same line says something again.
            if (pattern.IsException != isException)
            {
                said.Clear();
                isException = pattern.IsException;
            }

            if (pattern.IsException && !excludes)
            {
                yield return Remark(document, i, "an exception from nothing: no line above leaves anything out");
            }
            else if (said.TryGetValue(pattern.Text, out var earlier))
            {
                yield return Remark(document, i, string.Create(CultureInfo.InvariantCulture, $"line {earlier + 1} says that already"));
            }

            excludes |= !pattern.IsException;
            said.TryAdd(pattern.Text, i);
        }
    }

    private static ShownDiagnostic Remark(OpenDocument document, int line, string message) =>
        DiagnosticFeature.Plain(RangeOf(document, line), Severity.Style, "dockerignore-useless", message) with { Tags = [1] };

    private static TextRange RangeOf(OpenDocument document, int line) => document.Positions.RangeOf(document.Positions.LineSpan(line));
}
