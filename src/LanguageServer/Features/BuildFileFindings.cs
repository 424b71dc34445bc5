using System.Globalization;
using Dockerlint.LanguageServer.Documents;
using Dockerlint.LanguageServer.Protocol;
using Dockerlint.LanguageServer.Text;
using Dockerlint.Linting;
using Dockerlint.Session;
using Dockerlint.Text;
using Dockerlint.Workspace;

namespace Dockerlint.LanguageServer.Features;

/// <summary>
/// What is wrong in a Compose or Bake file: what cannot be read, and the errors of the Dockerfiles it builds, at the target that
/// builds them so.
/// </summary>
internal static class BuildFileFindings
{
    internal static ShownDiagnostic[] Of(OpenDocument document) =>
        [.. document.Files.BuiltBy(document.Path, document.Text).SelectMany(file => Of(document, file))];

    private static IEnumerable<ShownDiagnostic> Of(OpenDocument document, FoundFile file)
    {
        if (file.Problem is { } problem)
        {
            return [Placed(document, problem, file.IsNotice ? Severity.Info : Severity.Error)];
        }

        if ((file.Inline ?? document.Files.Read(file.Path)) is not { } text
            || document.Files.LinterFor(file.Path, out _) is not { } configured)
        {
            return [];
        }

        var source = SourceText.From(text, file.Path);
        var targets = (file.Builds ?? []).Select(build => build.Target.Name).ToList();
        var range = targets.Count == 0 ? TextRanges.None : PlaceOf(document, targets[0]);
        var findings = FileInputs.Of(source, file.Builds, document.Files.ContextOf, foreign: null).Lint(configured.Linter).Diagnostics;
        return FileInputs.MissingStages(source, file.Builds)
            .Select(message => DiagnosticFeature.Plain(
                targets.Find(target => message.StartsWith(target + " builds", StringComparison.Ordinal)) is { } target
                    ? PlaceOf(document, target) : range,
                Severity.Error, "missing-stage", message))
            .Concat(findings.Where(finding => finding.Severity == Severity.Error)
                .Select(finding => Told(document, source, file, range, finding)));
    }

    private static ShownDiagnostic Told(
        OpenDocument document, SourceText source, FoundFile file, TextRange range, Linting.Diagnostic finding)
    {
        var positions = new PositionMap(source.Text, PositionEncoding.Utf16);
        var line = positions.LineOf(finding.Span.Start) + 1;
        var uri = file.Inline is null ? DocumentAddress.ToUri(Path.GetFullPath(file.Path, "/")) : document.Uri;
        return DiagnosticFeature.Plain(
            range, Severity.Error, finding.RuleId,
            string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file.Path)}:{line}: {finding.Message}"),
            [new RelatedPlace(new Location(uri, file.Inline is null ? positions.RangeOf(finding.Span) : range), finding.Message)]);
    }

    // path:line:column: message, or a message about the file as a whole.
    private static ShownDiagnostic Placed(OpenDocument document, string problem, Severity severity)
    {
        var range = document.Positions.RangeOf(document.Positions.LineSpan(0));
        if (problem.StartsWith(document.Path + ":", StringComparison.Ordinal))
        {
            problem = problem[(document.Path.Length + 1)..].TrimStart();
            if (problem.Split(':', 3) is [var line, var column, var rest] && int.TryParse(line, out var row)
                && int.TryParse(column, out var place))
            {
                var span = document.Positions.LineSpan(row - 1);
                range = document.Positions.RangeOf(TextSpan.FromBounds(Math.Min(span.Start + place - 1, span.End), span.End));
                problem = rest.TrimStart();
            }
            else if (problem.Split(' ', 2) is [var target, _] && PlaceOf(document, target) is var found && found != TextRanges.None)
            {
                range = found;
            }
        }

        return DiagnosticFeature.Plain(range, severity, "build-file", problem);
    }

    // Where a service or target begins: its name with a colon behind it, in YAML or JSON.
    private static TextRange PlaceOf(OpenDocument document, string name)
    {
        for (var line = 0; line < document.Positions.LineCount; line++)
        {
            var span = document.Positions.LineSpan(line);
            var text = document.Text.AsSpan(span.Start, span.Length);
            var at = text.Length - text.TrimStart(" \t\"'").Length;
            if (at > 0 && text[at..].StartsWith(name, StringComparison.Ordinal)
                && text[(at + name.Length)..].TrimStart("\"' ") is [':', ..])
            {
                return document.Positions.RangeOf(new TextSpan(span.Start + at, name.Length));
            }
        }

        return TextRanges.None;
    }
}
