using System.Text;

namespace Dockerlint.Syntax.Grammar;

/// <summary>What BuildKit's lexer rejects in a word whatever the values of its variables.</summary>
internal static class WordErrors
{
    /// <summary>The first problem in source order with its logical place, and whether only the expansion fails; or null.</summary>
    internal static (RawSpan Span, string Message, bool IsExpansion)? FirstProblem(WordSyntax word, string line)
    {
        foreach (var node in word.Descendants())
        {
            var problem = node switch
            {
                QuotedSyntax { IsTerminated: false, Quote: var quote } =>
                    $"unterminated {(quote == '"' ? "double" : "single")} quote: expected {quote}",
                VariableReferenceSyntax variable => Problem(variable, line),
                _ => null,
            };
            if (problem is not null)
            {
                return (new RawSpan(node.LogicalStart, node.LogicalLength), problem,
                    node is VariableReferenceSyntax { IsTerminated: true, NameToken: not null });
            }
        }

        return null;
    }

    /// <summary>The word without quotes and escapes, unset variables kept as written; null when it is not one word.</summary>
    internal static string? Cook(WordSyntax word, string text)
    {
        if (word.IsTooDeep || FirstProblem(word, text) is not null)
        {
            return null;
        }

        var builder = new StringBuilder();
        return Append(builder, word.Parts, text, topLevel: true) ? builder.ToString() : null;
    }

    private static bool Append(StringBuilder builder, IEnumerable<WordPartSyntax> parts, string text, bool topLevel)
    {
        foreach (var part in parts)
        {
            switch (part)
            {
                case QuotedSyntax quoted:
                    Append(builder, quoted.Parts, text, topLevel: false);
                    break;
                case EscapedSyntax escaped:
                    builder.Append(
                        text, escaped.LogicalStart + (escaped.KeepsEscape ? 0 : 1), escaped.LogicalLength - (escaped.KeepsEscape ? 0 : 1));
                    break;
                default:
                    builder.Append(text, part.LogicalStart, part.LogicalLength);
                    if (topLevel && text.AsSpan(part.LogicalStart, part.LogicalLength).ContainsAny(" \t\v\f\r"))
                    {
                        return false;
                    }

                    break;
            }
        }

        return true;
    }

    private static string? Problem(VariableReferenceSyntax variable, string line)
    {
        if (!variable.IsBraced)
        {
            return null;
        }

        var name = variable.NameToken;
        var first = variable.LogicalStart + 2;
        if (first >= line.Length)
        {
            return "unterminated variable: expected }";
        }

        if (line[first] is '{' or '}' or ':')
        {
            return "bad substitution: expected a variable name after ${";
        }

        var op = variable.OperatorToken is { } token ? line.Substring(token.LogicalStart, token.LogicalLength) : null;
        if (op is "/" or "//" && !variable.HasSeparator)
        {
            return "expected / between pattern and replacement in ${}";
        }

        if (op is null or ":-" or ":+" or ":?" or "-" or "+" or "?" or "#" or "##" or "%" or "%%" or "/" or "//")
        {
            return variable.IsTerminated ? null : "unterminated variable: expected }";
        }

        if (op.Any(char.IsControl))
        {
            return "unterminated variable: expected }";
        }

        var label = name is null ? "" : line.Substring(name.LogicalStart, name.LogicalLength);
        return $"unsupported modifier {op} in substitution of {label}: expected one of :- :+ :? - + ? # ## % %% / //";
    }
}
