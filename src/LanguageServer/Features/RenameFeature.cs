using Dockerlint.LanguageServer.Documents;
using Dockerlint.LanguageServer.Protocol;
using Dockerlint.LanguageServer.Symbols;
using Dockerlint.LanguageServer.Wire;

namespace Dockerlint.LanguageServer.Features;

/// <summary>Gives a stage or a variable another name, wherever it stands.</summary>
internal static class RenameFeature
{
    internal static PlaceholderRange? Prepare(PositionParams parameters, RequestScope scope) =>
        NavigationFeature.Find(parameters.TextDocument, parameters.Position, scope) is var (document, place)
            && Refusal(document, place) is null
            ? new PlaceholderRange(document.Positions.RangeOf(place.Span), document.Dockerfile.Source.ToString(place.Span)) : null;

    internal static WorkspaceEdit Rename(RenameParams parameters, RequestScope scope)
    {
        if (NavigationFeature.Find(parameters.TextDocument, parameters.Position, scope) is not var (document, place))
        {
            throw Failed("there is no stage and no variable here");
        }

        var (symbol, name) = (place.Symbol, parameters.NewName);
        if (Refusal(document, place) is { } refusal)
        {
            throw Failed(refusal);
        }

        if (!IsName(symbol.Kind, name))
        {
            throw Failed(symbol.Kind == SymbolKind.Stage
                ? $"{name} cannot be the name of a stage: a letter, then letters, digits, underscores, hyphens and dots"
                : $"{name} cannot be the name of a variable: letters, digits and underscores, no digit first");
        }

        var comparison = symbol.Kind == SymbolKind.Stage ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        if (!string.Equals(symbol.Name, name, comparison) && document.Symbols.Occurrences.Any(other =>
            other.Symbol.Kind == symbol.Kind && other.Symbol != symbol && string.Equals(other.Symbol.Name, name, comparison)))
        {
            throw Failed($"there is a {(symbol.Kind == SymbolKind.Stage ? "stage" : "variable")} {name} already");
        }

        // A stage may also be named by its number, which stays.
        var edits = document.Symbols.Of(symbol)
            .Where(other => string.Equals(document.Dockerfile.Source.ToString(other.Span), symbol.Name, comparison))
            .Select(other => new Replacement(document.Positions.RangeOf(other.Span), name)).ToArray();
        var changes = new Dictionary<string, Replacement[]>(StringComparer.Ordinal) { [document.Uri] = edits };
        foreach (var file in BuildFileTargets.Find(scope, document, symbol).GroupBy(target => target.Uri, StringComparer.Ordinal))
        {
            changes[file.Key] = [.. file.Select(target => new Replacement(target.Range, name))];
        }

        return new WorkspaceEdit(changes);
    }

    private static string? Refusal(OpenDocument document, Occurrence place)
    {
        var declarations = document.Symbols.Of(place.Symbol).Where(other => other.IsDeclaration).ToList();
        return declarations.Count == 0 ? $"{place.Symbol.Name} is not declared in this file"
            : document.Dockerfile.Source.ToString(place.Span).Equals(place.Symbol.Name, StringComparison.OrdinalIgnoreCase) ? null
            : "it is not written as the name it stands for";
    }

    private static bool IsName(SymbolKind kind, string name) => kind == SymbolKind.Stage
        ? name.Length > 0 && char.IsAsciiLetter(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.')
        : name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private static RequestException Failed(string message) => new(ErrorCode.RequestFailed, message);
}
