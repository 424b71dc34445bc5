using Dockerlint.LanguageServer.Documents;
using Dockerlint.LanguageServer.Protocol;
using Dockerlint.LanguageServer.Symbols;
using Dockerlint.Semantics;

namespace Dockerlint.LanguageServer.Features;

/// <summary>From a name to where it is declared and used.</summary>
internal static class NavigationFeature
{
    // The kinds of a highlight.
    private const int Read = 2;
    private const int Write = 3;

    internal static Location[] Definition(PositionParams parameters, RequestScope scope)
    {
        if (Find(parameters.TextDocument, parameters.Position, scope) is not var (document, place))
        {
            return [];
        }

        var model = document.Dockerfile.Model;
        if (place.Symbol.Kind == SymbolKind.Stage)
        {
            return [new Location(document.Uri, document.Positions.RangeOf(model.Stages[place.Symbol.Place].From.StageName?.Span
                ?? model.Stages[place.Symbol.Place].From.Keyword.Span))];
        }

        // The one in force, where that is known; else all there are.
        var inForce = place.IsDeclaration ? null : ScopeAt(model, place)?.Find(place.Symbol.Name)?.Declaration;
        var spans = inForce is not null ? [inForce.Key.Span]
            : document.Symbols.Of(place.Symbol).Where(other => other.IsDeclaration).Select(other => other.Span);
        return [.. spans.Select(span => new Location(document.Uri, document.Positions.RangeOf(span)))];
    }

    internal static Location[] References(ReferenceParams parameters, RequestScope scope)
    {
        if (Find(parameters.TextDocument, parameters.Position, scope) is not var (document, place))
        {
            return [];
        }

        var withDeclaration = parameters.Context?.IncludeDeclaration != false;
        var here = document.Symbols.Of(place.Symbol).Where(other => withDeclaration || !other.IsDeclaration)
            .Select(other => new Location(document.Uri, document.Positions.RangeOf(other.Span)));
        return [.. here, .. BuildFileTargets.Find(scope, document, place.Symbol)];
    }

    internal static Highlight[] Highlights(PositionParams parameters, RequestScope scope) =>
        Find(parameters.TextDocument, parameters.Position, scope) is not var (document, place) ? []
        : [.. document.Symbols.Of(place.Symbol)
            .Select(other => new Highlight(document.Positions.RangeOf(other.Span), other.IsDeclaration ? Write : Read))];

    /// <summary>The places of a stage's name that are written alike and so can be typed together.</summary>
    internal static LinkedRanges? Linked(PositionParams parameters, RequestScope scope)
    {
        if (Find(parameters.TextDocument, parameters.Position, scope) is not var (document, place)
            || place.Symbol.Kind != SymbolKind.Stage)
        {
            return null;
        }

        var text = document.Dockerfile.Source.ToString(place.Span);
        var ranges = document.Symbols.Of(place.Symbol).Where(other => document.Dockerfile.Source.ToString(other.Span) == text)
            .Select(other => document.Positions.RangeOf(other.Span)).ToArray();
        return ranges.Length > 1 ? new LinkedRanges(ranges, "[A-Za-z][A-Za-z0-9_.-]*") : null;
    }

    /// <summary>What stands at a place of a Dockerfile.</summary>
    internal static (OpenDocument Document, Occurrence Place)? Find(DocumentName name, Position position, RequestScope scope) =>
        scope.Dockerfile(name.Uri) is { } document && document.Symbols.At(document.Positions.OffsetOf(position)) is { } place
            ? (document, place) : null;

    /// <summary>The variables in force where a name stands.</summary>
    internal static VariableScope? ScopeAt(BuildModel model, Occurrence place) => ScopeAt(model, place.Span.Start, place.Stage);

    /// <summary>The variables in force at an offset.</summary>
    internal static VariableScope? ScopeAt(BuildModel model, int offset, int stage) =>
        stage < 0 || stage >= model.Stages.Count ? model.GlobalScope
        : model.Stages[stage].Steps.LastOrDefault(step => step.Instruction.Span.Start <= offset)?.Before.Variables;
}
