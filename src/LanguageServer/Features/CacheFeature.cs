using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Dockerlint.Cache;
using Dockerlint.LanguageServer.Documents;
using Dockerlint.LanguageServer.Protocol;
using Dockerlint.LanguageServer.Symbols;
using Dockerlint.LanguageServer.Text;
using Dockerlint.Optimizer;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.LanguageServer.Features;

/// <summary>
/// What a build cache does with a file: how often each step was reused in the last commits, and what a build now would do again. Git is
/// asked in the background; until it has answered there is nothing to show, and then the client is told to ask again.
/// </summary>
internal sealed class CacheFeature : IDisposable
{
    private const int Commits = 100;
    private const int LongestValue = 40;

    private readonly ServerState _state;
    private readonly ServerHost _host;
    private readonly Action _refresh;
    private readonly ConcurrentDictionary<string, Task<CachePast>> _pasts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Optimization> _optimizations = new(StringComparer.Ordinal);

    internal CacheFeature(ServerState state, ServerHost host, Action refresh) => (_state, _host, _refresh) = (state, host, refresh);

    /// <summary>Files have changed: what git says is asked anew.</summary>
    internal void Forget() => _pasts.Clear();

    public void Dispose() => _pasts.Clear();

    internal CodeLens[] Lenses(DocumentParams parameters, RequestScope scope)
    {
        if (scope.Dockerfile(parameters.TextDocument.Uri) is not { } document || Past(document, scope) is not { Replay: { } replay })
        {
            return [];
        }

        // The steps are those of the last commit; one that was changed since has no history.
        var steps = replay.Steps.Where(step => step.HitRate is not null).ToList();
        var lenses = new List<CodeLens>();
        foreach (var instruction in document.Dockerfile.Tree.Root.Instructions)
        {
            var index = steps.FindIndex(step => step.Step.Instruction.LogicalText == instruction.LogicalText);
            if (index < 0)
            {
                continue;
            }

            var step = steps[index];
            steps.RemoveRange(0, index + 1);
            lenses.Add(new CodeLens(document.Positions.RangeOf(instruction.Keyword.Span), new Command(
                Title(step, replay.Built), ServerCommands.CacheReportName, new JsonArray((JsonNode)document.Uri))));
        }

        return [.. lenses];
    }

    internal InlayHint[] Hints(RangeParams parameters, RequestScope scope)
    {
        if (scope.Dockerfile(parameters.TextDocument.Uri) is not { } document)
        {
            return [];
        }

        var span = document.Positions.SpanOf(parameters.Range);
        return [.. Values(document, span), .. Rebuilt(document, scope, span)];
    }

    /// <summary>What an optimizer finds in the last commits, or null and what is wrong.</summary>
    internal Optimization? Optimize(OpenDocument document, out string? problem)
    {
        problem = "it is no file on this machine";
        var found = Folder(document) is { } folder
            ? _host.History.Optimize(folder, Path.GetFileName(document.Path), Commits, out problem) : null;
        if (found is not null)
        {
            _optimizations[document.Uri] = found;
        }

        return found;
    }

    /// <summary>What the last report proposed for some lines, as long as the text is still the one it spoke of.</summary>
    internal IEnumerable<CodeAction> Proposals(OpenDocument document, TextSpan span)
    {
        if (!_optimizations.TryGetValue(document.Uri, out var found) || found.Before.Text != document.Text)
        {
            return [];
        }

        var (first, last) = (document.Positions.LineOf(span.Start) + 1, document.Positions.LineOf(span.End) + 1);
        return found.Proposals.Select((proposal, index) => (proposal, index))
            .Where(each => each.proposal.Doubt is null && each.proposal.Line >= first && each.proposal.Line <= last)
            .Select(each => new CodeAction(
                $"{each.proposal.Title}{Figures(each.proposal)}{(each.index > 0 ? ", with the proposals before it" : "")}",
                CodeActionFeature.Rewrite, null, null,
                CodeActionFeature.EditOf(document, TextDifference.Between(document, each.proposal.After.Text))));
    }

    private static string Figures(Proposal proposal) => proposal is { HitRateBefore: { } before, HitRateAfter: { } after }
        ? string.Create(CultureInfo.InvariantCulture,
            $" (reused {before * 100:0} % to {after * 100:0} %, {proposal.LostBefore - proposal.LostAfter:0} s less in 100 builds)") : "";

    private static string Title(ReplayedStep step, int built)
    {
        var title = string.Create(
            CultureInfo.InvariantCulture, $"reused in {step.HitRate!.Value * 100:0} % of {built} commit{(built == 1 ? "" : "s")}");
        title += step.Time is { } time ? string.Create(
            CultureInfo.InvariantCulture, $", {(time.IsEstimate ? "~" : "")}{time.Seconds:0.#} s each") : "";
        return title + (step.Breakers is [var breaker, ..] ? $", broken by {VisibleText.Escape(breaker.Name)}" : "");
    }

    // The value behind the name, where a build argument stands for it.
    private static IEnumerable<InlayHint> Values(OpenDocument document, TextSpan span)
    {
        var model = document.Dockerfile.Model;
        foreach (var place in document.Symbols.Occurrences)
        {
            if (place is not { Symbol.Kind: SymbolKind.Variable, IsDeclaration: false } || !span.Overlaps(place.Span)
                || NavigationFeature.ScopeAt(model, place)?.Find(place.Symbol.Name) is not
                { Kind: VariableKind.Arg, Value.Text: { } value })
            {
                continue;
            }

            var shown = VisibleText.Escape(value.Length > LongestValue ? value[..LongestValue] + "…" : value);
            var end = place.Span.End < document.Text.Length && document.Text[place.Span.End] == '}' ? place.Span.End + 1 : place.Span.End;
            yield return new InlayHint(
                document.Positions.PositionOf(end), shown.Length == 0 ? "= (empty)" : $"= {shown}", Kind: 2, null, PaddingLeft: true);
        }
    }

    private IEnumerable<InlayHint> Rebuilt(OpenDocument document, RequestScope scope, TextSpan span)
    {
        if (Past(document, scope)?.Since(document.Dockerfile.Tree) is not { } trace)
        {
            yield break;
        }

        int? first = null;
        foreach (var step in trace.Steps.Where(step => step.Status == StepStatus.Rebuilt && !step.Step.IsTrigger))
        {
            var instruction = step.Step.Instruction;
            var line = document.Positions.LineOf(instruction.Span.Start);
            var cause = step.Cause is { } known ? VisibleText.Escape(known.Detail) : null;
            var label = first is null || step.Chain.Count == 0 ? $"rebuilt since HEAD{Short(cause)}"
                : string.Create(CultureInfo.InvariantCulture, $"rebuilt behind line {first + 1}");
            first ??= line;
            if (span.Overlaps(instruction.Span) || span.IsEmpty)
            {
                yield return new InlayHint(
                    document.Positions.PositionOf(document.Positions.LineSpan(line).End), label, null,
                    cause is null ? null : Texts.Markup(scope.Client, cause), PaddingLeft: true);
            }
        }
    }

    // There is little room on a line: the whole of it is in the remark's own hint.
    private static string Short(string? cause)
    {
        var text = cause?.Split(", ")[0].Replace("`", "", StringComparison.Ordinal) ?? "";
        return text.Length == 0 ? "" : ": " + (text.Length > LongestValue ? text[..LongestValue] + "…" : text);
    }

    // A client that cannot be told to ask again waits for its answer; nobody else does.
    private CachePast? Past(OpenDocument document, RequestScope scope)
    {
        if (!_state.Settings.HasCacheLenses || Folder(document) is not { } folder)
        {
            return null;
        }

        var isNew = false;
        var task = _pasts.GetOrAdd(document.Path, path =>
        {
            isNew = true;

            // On a thread of its own: others are for those who type.
            return Task.Factory.StartNew(
                () => CachePast.Read(_host.History, folder, Path.GetFileName(path), Commits), CancellationToken.None,
                TaskCreationOptions.LongRunning, TaskScheduler.Default);
        });
        if (scope.Client.RefreshesLenses)
        {
            if (isNew)
            {
                task.ContinueWith(_ => _refresh(), TaskScheduler.Default);
            }

            return task.IsCompletedSuccessfully ? task.Result : null;
        }

        task.Wait(scope.Cancellation);
        return task.Result;
    }

    private static string? Folder(OpenDocument document) =>
        document.Path != DocumentAddress.NoFile ? Path.GetDirectoryName(document.Path) : null;
}
