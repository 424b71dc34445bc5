using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;
using Dockerlint.Linting;
using Dockerlint.Reporting;
using Dockerlint.Rules;

namespace Dockerlint.Fuzz;

/// <summary>Reports: each format is well-formed, and none shows anything hidden.</summary>
internal sealed class ReportCheck
{
    private readonly List<(string Name, IReporter Reporter)> _reporters =
        [.. ReporterCatalog.Names.Select(name => (name, ReporterCatalog.Create(name, new TextReportStyle { HasColor = false })!))];
    private readonly Dictionary<string,
        RuleInfo> _rules = RuleCatalog.All.ToDictionary(rule => rule.Info.Id, rule => rule.Info, StringComparer.Ordinal);
    private readonly StringBuilder _text = new();

    /// <summary>What is wrong with the reports of a file.</summary>
    /// <param name="file">The file with its findings.</param>
    /// <param name="withSlow">Whether SARIF, whose object model is slow, is among them.</param>
    internal FuzzFailure? Check(FileResult file, bool withSlow)
    {
        var rules = file.Diagnostics.Select(finding => finding.RuleId).Distinct().Where(_rules.ContainsKey).Select(id => _rules[id])
            .ToList();
        var result = new RunResult("1.2.3", [file], rules) { Root = "/work", Started = DateTimeOffset.UnixEpoch };
        foreach (var (name, reporter) in _reporters)
        {
            if (name == "sarif" && !withSlow)
            {
                continue;
            }

            _text.Clear();
            using var writer = new StringWriter(_text, CultureInfo.InvariantCulture);
            reporter.Write(result, writer);
            if (Problem(name, _text.ToString()) is { } problem)
            {
                return new FuzzFailure($"report {name}", $"{problem}\n{_text}");
            }
        }

        return null;
    }

    /// <summary>What is wrong with a text for people: something hidden in it.</summary>
    internal static string? Hidden(string text, string allowed = "\n")
    {
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            if (rest[0] is >= ' ' and < '\u007f')
            {
                rest = rest[1..];
                continue;
            }

            if (Rune.DecodeFromUtf16(rest, out var rune, out var used) != System.Buffers.OperationStatus.Done)
            {
                return $"a lone surrogate {(int)rest[0]:x4}";
            }

            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                && !(rune.IsBmp && allowed.Contains((char)rune.Value, StringComparison.Ordinal)))
            {
                return $"the hidden character {rune.Value:x4}";
            }

            rest = rest[used..];
        }

        return null;
    }

    private static string? Problem(string name, string text)
    {
        try
        {
            switch (name)
            {
                case "json" or "sarif" or "sonarqube" or "gitlab_codeclimate":
                    JsonDocument.Parse(text).Dispose();
                    return Hidden(text, "\r\n");
                case "codeclimate":
                    return All(text.Split('\0', StringSplitOptions.RemoveEmptyEntries));
                case "jsonl":
                    return All(text.Split('\n', StringSplitOptions.RemoveEmptyEntries));
                case "checkstyle" or "junit":
                    using (var reader = XmlReader.Create(new StringReader(text)))
                    {
                        while (reader.Read())
                        {
                        }
                    }

                    return Hidden(text);
                case "codacy":
                    return Hidden(text);
                case "text":
                    return Hidden(text, "\n\t") ?? Command(text);
                default:
                    // A tab is all that the format has no escape for and that does no harm.
                    return name == "github" ? Hidden(text, "\n\t") : Hidden(text) ?? Command(text);
            }
        }
        catch (Exception exception) when (exception is JsonException or XmlException)
        {
            return exception.Message;
        }
    }

    private static string? All(string[] parts)
    {
        foreach (var part in parts)
        {
            JsonDocument.Parse(part).Dispose();
        }

        return parts.Select(part => Hidden(part)).FirstOrDefault(problem => problem is not null);
    }

    // What a build server would take for a command of its own.
    private static string? Command(string text) =>
        text.Split('\n').FirstOrDefault(line => line.TrimStart().StartsWith("::", StringComparison.Ordinal)
        || line.Contains("##vso[", StringComparison.Ordinal) || line.Contains("##teamcity[", StringComparison.Ordinal)) is { } found
            ? $"a command of a build server: {found}" : null;
}
