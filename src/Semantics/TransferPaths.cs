using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Semantics;

/// <summary>Sources and destination of COPY and ADD after expansion; null stands for what is not known.</summary>
public static class TransferPaths
{
    /// <summary>The sources, as they are after expansion in a scope.</summary>
    public static IReadOnlyList<string?> Sources(FileTransferInstruction transfer, VariableScope scope) => transfer.Json is null
        ? [.. transfer.Words.SkipLast(1).Select(word => WordExpander.Expand(word, scope.Lookup))]
        : [.. transfer.Sources.Select(WithoutVariable)];

    /// <summary>The destination, as it is after expansion in a scope.</summary>
    public static string? Destination(FileTransferInstruction transfer, VariableScope scope) => transfer.Arguments.Count == 0 ? null
        : transfer.Json is null ? WordExpander.Expand(transfer.Words[^1], scope.Lookup)
        : WithoutVariable(transfer.Destination);

    /// <summary>Where the destination stands.</summary>
    public static TextSpan DestinationSpan(FileTransferInstruction transfer) =>
        transfer.Json is null ? transfer.Words[^1].Span : transfer.Json.Items[^1].Span;

    // Strings of the JSON form are expanded as well; their parts are not in the tree.
    private static string? WithoutVariable(string text) => text.Contains('$') ? null : text;
}
