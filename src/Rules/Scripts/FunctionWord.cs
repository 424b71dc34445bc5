using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>How a function is written.</summary>
internal static class FunctionWord
{
    /// <summary>Whether the word function stands before it: with parentheses true, without false; null without the word.</summary>
    internal static bool? Stands(CheckedScript script, FunctionDefinition function) =>
        function.NameSpan.Start == function.Span.Start ? null
        : script.Text[function.NameSpan.End..function.Body.Span.Start].Contains('(', StringComparison.Ordinal);
}
