using System.Security.Cryptography;
using Dockerlint.Text;

namespace Dockerlint.Linting.Baseline;

/// <summary>
/// Names a finding by what it is about and not by where it stands: rule, text of its line with blanks folded, and its number among
/// equal ones. It survives lines that move and files that are renamed, not a change of the line itself.
/// </summary>
public static class FindingFingerprint
{
    /// <summary>The fingerprints of the findings of one file, in their order: 64 lower-case hexadecimal digits each.</summary>
    public static IReadOnlyList<string> Of(SourceText source, IReadOnlyList<Diagnostic> diagnostics)
    {
        var seen = new Dictionary<(string Rule, string Line), int>();
        var result = new string[diagnostics.Count];
        for (var i = 0; i < result.Length; i++)
        {
            var line = FoldedLine(source, diagnostics[i].Span.Start);
            var number = seen.GetValueOrDefault((diagnostics[i].RuleId, line)) + 1;
            seen[(diagnostics[i].RuleId, line)] = number;
            result[i] = Convert.ToHexStringLower(SHA256.HashData(SourceText.Encode($"{diagnostics[i].RuleId}\0{line}\0{number}")));
        }

        return result;
    }

    private static string FoldedLine(SourceText source, int offset)
    {
        var line = source.ToString(source.Lines.GetLineSpan(source.Lines.GetLine(offset)));
        return string.Join(' ', line.Split((char[])[' ', '\t', '\r', '\n', '\uFEFF'], StringSplitOptions.RemoveEmptyEntries));
    }
}
