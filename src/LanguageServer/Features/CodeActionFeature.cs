using Dockerlint.LanguageServer.Documents;
using Dockerlint.LanguageServer.Protocol;
using Dockerlint.LanguageServer.Text;
using Dockerlint.Linting;
using Dockerlint.Text;

namespace Dockerlint.LanguageServer.Features;

/// <summary>What can be done about findings: their fixes, all safe fixes of the file, and comments that switch them off.</summary>
internal static class CodeActionFeature
{
    internal const string QuickFix = "quickfix";
    internal const string FixAll = "source.fixAll.dockerlint";
    internal const string Rewrite = "refactor.rewrite";

    internal static CodeAction[] Find(CodeActionParams parameters, RequestScope scope, CacheFeature cache)
    {
        if (scope.Dockerfile(parameters.TextDocument.Uri) is not { } document)
        {
            return [];
        }

        var only = parameters.Context?.Only;
        var span = document.Positions.SpanOf(parameters.Range);
        var findings = document.Findings.Where(finding => Touches(finding.Span, span)).ToList();
        var actions = new List<CodeAction>();
        if (Wants(only, QuickFix))
        {
            foreach (var finding in findings)
            {
                scope.Cancellation.ThrowIfCancellationRequested();
                actions.AddRange(Fixes(document, finding, scope.Client));
            }

            foreach (var finding in findings.DistinctBy(finding => finding.RuleId))
            {
                scope.Cancellation.ThrowIfCancellationRequested();
                actions.AddRange(IgnoreActions.Of(document, finding));
            }
        }

        // Without being asked for it is offered only where it would do something here.
        if (Wants(only, FixAll) && (only is not null || findings.Exists(IsSafelyFixed)))
        {
            actions.AddRange(AllFixes(document));
        }

        if (Wants(only, Rewrite))
        {
            actions.AddRange(cache.Proposals(document, span));
        }

        return [.. actions];
    }

    /// <summary>All safe fixes as one action; none when there is nothing to fix.</summary>
    internal static IEnumerable<CodeAction> AllFixes(OpenDocument document)
    {
        var foreign = document.Dockerfile.Configured is { } configured ? document.Scripts.KnownBy(configured.Config) : null;
        if (document.Dockerfile.Fix(new FixSelection(Applicability.Safe), foreign) is not { Applied.Count: > 0 } result
            || result.Source.Text == document.Text)
        {
            return [];
        }

        return
        [
            new CodeAction("Apply all safe fixes of Dockerlint", FixAll, null, null,
                EditOf(document, TextDifference.Between(document, result.Source.Text))),
        ];
    }

    /// <summary>Changes of one document.</summary>
    internal static WorkspaceEdit EditOf(OpenDocument document, Replacement[] edits) => new(new() { [document.Uri] = edits });

    private static IEnumerable<CodeAction> Fixes(OpenDocument document, Linting.Diagnostic finding, ClientCapabilities client)
    {
        var shown = DiagnosticFeature.Shown(document, finding);
        var hasPreferred = false;
        foreach (var fix in finding.Fixes)
        {
            if (fix.Edits.Edits.Any(edit => !VisibleText.IsWellFormed(edit.NewText)) || EditOf(document, fix, client) is not { } edit)
            {
                continue;
            }

            var isPreferred = !hasPreferred && fix.Applicability == Applicability.Safe;
            hasPreferred |= isPreferred;
            var kind = fix.Applicability switch
            {
                Applicability.Safe => "safe",
                Applicability.Unsafe => "unsafe: may change the image",
                _ => "a suggestion",
            };
            yield return new CodeAction(
                $"{finding.RuleId}: {VisibleText.Escape(fix.Title)} ({kind})", QuickFix, [shown], isPreferred ? true : null, edit);
        }
    }

    // Lines for the .dockerignore file, which is made where there is none and the client can.
    private static WorkspaceEdit? EditOf(OpenDocument document, Fix fix, ClientCapabilities client)
    {
        Replacement[] edits = [.. fix.Edits.Edits.Select(edit => new Replacement(document.Positions.RangeOf(edit.Span), edit.NewText))];
        if (fix.IgnoreLines.Count == 0)
        {
            return EditOf(document, edits);
        }

        if (document.Dockerfile.Inputs.IgnorePaths is not [var path, ..])
        {
            return null;
        }

        var uri = DocumentAddress.ToUri(Path.GetFullPath(path, "/"));
        var text = document.Files.Read(path);
        if (text is null && !client.CreatesFiles)
        {
            return null;
        }

        var end = new PositionMap(text ?? "", client.Encoding).PositionOf(text?.Length ?? 0);
        var added = new Replacement(new TextRange(end, end), LintContext.AddLines(text, fix.IgnoreLines)[(text?.Length ?? 0)..]);
        if (text is not null)
        {
            return new WorkspaceEdit(new() { [document.Uri] = edits, [uri] = [added] });
        }

        return new WorkspaceEdit(null,
        [
            new DocumentChange("create", uri, new CreationOptions(true), null, null),
            new DocumentChange(null, null, null, new VersionedName(uri, null), [added]),
            .. edits.Length == 0 ? (DocumentChange[])[]
                : [new DocumentChange(null, null, null, new VersionedName(document.Uri, document.Version), edits)],
        ]);
    }

    private static bool IsSafelyFixed(Linting.Diagnostic finding) =>
        finding.Fixes.Any(fix => fix.Applicability == Applicability.Safe);

    private static bool Touches(TextSpan finding, TextSpan asked) => finding.Start <= asked.End && asked.Start <= finding.End;

    // A kind stands for those below it, too.
    private static bool Wants(string[]? only, string kind) => only is null
        || only.Any(asked => kind == asked || asked.Length == 0 || kind.StartsWith(asked + ".", StringComparison.Ordinal));
}
