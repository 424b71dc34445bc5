using Dockerlint.LanguageServer.Documents;
using Dockerlint.LanguageServer.Protocol;
using Dockerlint.Linting;
using Dockerlint.Text;
using Diagnostic = Dockerlint.Linting.Diagnostic;

namespace Dockerlint.LanguageServer.Features;

/// <summary>The findings of a document as a client gets them: those of <c>dockerlint lint</c>.</summary>
internal static class DiagnosticFeature
{
    internal const string Source = "dockerlint";

    /// <summary>What is known at once.</summary>
    internal static ShownDiagnostic[] Quick(OpenDocument document, ServerSettings settings) => document.Kind switch
    {
        DocumentKind.Dockerfile => [.. Around(document, settings), .. Shown(document, document.Findings)],
        DocumentKind.IgnoreFile => IgnoreFileFindings.Of(document),
        DocumentKind.Configuration => ConfigurationFindings.Of(document),
        DocumentKind.BuildFile => BuildFileFindings.Of(document),
        _ => [],
    };

    /// <summary>Whether <see cref="Quick"/> is all there is to say.</summary>
    internal static bool IsComplete(OpenDocument document) => document.Kind != DocumentKind.Dockerfile
        || document.Dockerfile.Configured is null || document.KnowsAllScripts;

    /// <summary>All there is to say, however long it takes.</summary>
    internal static ShownDiagnostic[] Complete(OpenDocument document, ServerSettings settings) => document.Kind == DocumentKind.Dockerfile
        ? [.. Around(document, settings), .. Shown(document, document.AllFindings)] : Quick(document, settings);

    /// <summary>Answers a client that asks.</summary>
    internal static DiagnosticReport Report(DiagnosticParams parameters, RequestScope scope, ServerSettings settings)
    {
        if (!scope.Documents.TryGetValue(parameters.TextDocument.Uri, out var document))
        {
            return new DiagnosticReport("full", "0", []);
        }

        // A client that can be told to ask again gets at once what is known.
        var found = scope.Client.RefreshesDiagnostics ? Quick(document, settings) : Complete(document, settings);
        var id = ResultId.Of(found);
        return id == parameters.PreviousResultId ? new DiagnosticReport("unchanged", id, null) : new DiagnosticReport("full", id, found);
    }

    /// <summary>One finding.</summary>
    internal static ShownDiagnostic Shown(OpenDocument document, Diagnostic finding)
    {
        var config = document.Dockerfile.Configured?.Config;
        var rule = RuleBook.Find(finding.RuleId, config);
        var related = finding.RelatedSpans.Select(place =>
            new RelatedPlace(new Location(document.Uri, document.Positions.RangeOf(place.Span)), place.Message)).ToArray();
        return new ShownDiagnostic(
            document.Positions.RangeOf(finding.Span), SeverityOf(finding.Severity), finding.RuleId,
            RuleBook.PageOf(finding.RuleId, config) is { } page ? new CodeLink(page) : null, Source,
            VisibleText.Escape(finding.Message), Tags(rule), related.Length > 0 ? related : null,
            new FindingData(rule?.Name, ConfidenceOf(finding.Confidence), finding.Fixes.Count));
    }

    /// <summary>A finding about a place that no rule speaks of.</summary>
    internal static ShownDiagnostic Plain(
        TextRange range, Severity severity, string code, string message, RelatedPlace[]? related = null) =>
        new(range, SeverityOf(severity), code, null, Source, VisibleText.Escape(message), null, related, null);

    private static IEnumerable<ShownDiagnostic> Shown(OpenDocument document, IEnumerable<Diagnostic> findings) =>
        findings.Select(finding => Shown(document, finding));

    // What keeps lint from its work is told where the file begins.
    private static IEnumerable<ShownDiagnostic> Around(OpenDocument document, ServerSettings settings)
    {
        var first = document.Positions.RangeOf(document.Positions.LineSpan(0));
        return settings.Errors.Concat(document.Dockerfile.ConfigErrors).Select(error => Plain(
                first, Severity.Error, "configuration", error.ToString(), PlaceOf(error)))
            .Concat(document.Dockerfile.Inputs.Problems.Select(problem => Plain(first, Severity.Error, "context", problem)));
    }

    private static RelatedPlace[]? PlaceOf(Linting.Config.ConfigError error)
    {
        if (!error.Path.StartsWith('/'))
        {
            return null;
        }

        var position = new Position(Math.Max(0, error.Line - 1), Math.Max(0, error.Column - 1));
        return [new RelatedPlace(new Location(DocumentAddress.ToUri(error.Path), new TextRange(position, position)), error.Message)];
    }

    private static int SeverityOf(Severity severity) => severity switch
    {
        Severity.Error => 1,
        Severity.Warning => 2,
        Severity.Info => 3,
        _ => 4,
    };

    private static string ConfidenceOf(Confidence confidence) => confidence.ToString().ToLowerInvariant();

    // An editor greys out what is of no use, and strikes out what is not to be used any more.
    private static int[]? Tags(RuleInfo? rule)
    {
        List<string> words = rule is null ? [] : [.. rule.Name.Split('-'), .. rule.Aliases.SelectMany(Words)];
        return words.Any(word => word is "unused" or "useless" or "unreachable" or "needless" or "redundant") ? [1]
            : words.Any(word => word is "deprecated" or "legacy" or "obsolete") ? [2] : null;
    }

    // MaintainerDeprecated is maintainer and deprecated.
    private static IEnumerable<string> Words(string name)
    {
        var start = 0;
        for (var i = 1; i <= name.Length; i++)
        {
            if (i == name.Length || char.IsAsciiLetterUpper(name[i]))
            {
                yield return name[start..i].ToLowerInvariant();
                start = i;
            }
        }
    }
}
