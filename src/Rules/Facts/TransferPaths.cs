using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>Sources and destination of COPY and ADD after expansion; null stands for what is not known.</summary>
internal static class TransferPaths
{
    internal static IReadOnlyList<string?> Sources(FileTransferInstruction transfer, VariableScope scope) => transfer.Json is null
        ? [.. transfer.Words.SkipLast(1).Select(word => WordExpander.Expand(word, scope.Lookup))]
        : [.. transfer.Sources.Select(WithoutVariable)];

    internal static string? Destination(FileTransferInstruction transfer, VariableScope scope) => transfer.Arguments.Count == 0 ? null
        : transfer.Json is null ? WordExpander.Expand(transfer.Words[^1], scope.Lookup)
        : WithoutVariable(transfer.Destination);

    internal static TextSpan DestinationSpan(FileTransferInstruction transfer) =>
        transfer.Json is null ? transfer.Words[^1].Span : transfer.Json.Items[^1].Span;

    // Strings of the JSON form are expanded as well; their parts are not in the tree.
    private static string? WithoutVariable(string text) => text.Contains('$') ? null : text;
}
