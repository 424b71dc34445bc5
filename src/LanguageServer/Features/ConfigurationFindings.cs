using Dockerlint.LanguageServer.Documents;
using Dockerlint.LanguageServer.Protocol;
using Dockerlint.Linting;
using Dockerlint.Linting.Config;
using Dockerlint.Session;
using Dockerlint.Text;

namespace Dockerlint.LanguageServer.Features;

/// <summary>What is wrong in a configuration file.</summary>
internal static class ConfigurationFindings
{
    internal static ShownDiagnostic[] Of(OpenDocument document)
    {
        var errors = new List<ConfigError>();
        var text = document.Text.TrimStart('\uFEFF');
        var passedOver = new List<ConfigError>();
        if (ConfigFiles.IsHadolintName(document.Path))
        {
            HadolintConfigReader.Read(text, document.Path, errors);
            passedOver.AddRange(errors.Count > 0 ? []
                : HadolintConfigReader.UnknownKeys(text, document.Path)
                    .Concat(HadolintConfigReader.UnknownCodes(text, document.Path, [.. RuleBook.All])));
        }
        else
        {
            ConfigReader.Read(text, document.Path, [.. RuleBook.All, .. document.Files.OtherRules], errors);
        }

        return
        [
            .. errors.Select(error => Shown(document, error, Severity.Error)),
            .. passedOver.Select(error => Shown(document, error, Severity.Warning)),
        ];
    }

    private static ShownDiagnostic Shown(OpenDocument document, ConfigError error, Severity severity)
    {
        var line = document.Positions.LineSpan(Math.Max(0, error.Line - 1));
        var start = Math.Min(line.Start + Math.Max(0, error.Column - 1), line.End);
        var end = start;
        while (end < line.End && document.Text[end] is not (' ' or '\t' or ':' or ',' or ']' or '}'))
        {
            end++;
        }

        var span = end > start ? TextSpan.FromBounds(start, end) : line;
        return DiagnosticFeature.Plain(document.Positions.RangeOf(span), severity, "configuration", error.Message);
    }
}
