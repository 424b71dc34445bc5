using System.Text;
using Dockerlint.Syntax;

namespace Dockerlint.Semantics;

/// <summary>Expands words as BuildKit's shell lexer (frontend/dockerfile/shell) does; what is not known gives null.</summary>
public static class WordExpander
{
    // Each ENV can double a value and a pattern can try every place: beyond these limits a value counts as unknown.
    private const int LongestValue = 64 * 1024;
    private const long MostPatternSteps = 1_000_000;

    /// <summary>The value of a word, or null when it depends on something unknown or cannot be expanded.</summary>
    /// <param name="word">The word.</param>
    /// <param name="lookup">What is known of a variable.</param>
    public static string? Expand(WordSyntax word, Func<string, VariableValue> lookup) => Expand(word.Parts, lookup, raw: false);

    private static string? Expand(IReadOnlyList<WordPartSyntax> parts, Func<string, VariableValue> lookup, bool raw)
    {
        var builder = new StringBuilder();
        foreach (var part in parts)
        {
            var text = part switch
            {
                VariableReferenceSyntax variable => Expand(variable, lookup),
                QuotedSyntax { IsTerminated: false } => null,
                QuotedSyntax quoted => Expand(quoted.Parts, lookup, raw),
                EscapedSyntax escaped when raw => escaped.LogicalText,
                _ => part.LiteralValue,
            };
            if (text is null || builder.Length + text.Length > LongestValue)
            {
                return null;
            }

            builder.Append(text);
        }

        return builder.ToString();
    }

    private static string? Expand(VariableReferenceSyntax variable, Func<string, VariableValue> lookup)
    {
        if (!variable.IsTerminated || (variable.IsBraced && variable.Name.Length == 0))
        {
            return null;
        }

        var value = lookup(variable.Name);
        var op = variable.Operator;
        var nullIsUnset = op?.StartsWith(':') == true;
        switch (op is [':', '-' or '+' or '?'] ? op[1..] : op)
        {
            case null:
                return ValueOrEmpty(value);
            case "-":
                return IsMissing(value, nullIsUnset) switch
                {
                    true => Word(variable, lookup),
                    false => value.Text,
                    null => null,
                };
            case "+":
                return IsMissing(value, nullIsUnset) switch
                {
                    true => "",
                    false => Word(variable, lookup),
                    null => null,
                };
            case "?":
                return IsMissing(value, nullIsUnset) == false ? value.Text : null;
            case "#" or "##":
                return Trim(variable, lookup, value, fromEnd: false, longest: op!.EndsWith("##", StringComparison.Ordinal));
            case "%" or "%%":
                return Trim(variable, lookup, value, fromEnd: true, longest: op!.EndsWith("%%", StringComparison.Ordinal));
            case "/" or "//":
                return Replace(variable, lookup, value, all: op == "//");
            default:
                return null;
        }
    }

    private static string? ValueOrEmpty(VariableValue value) => value.IsSet == false ? "" : value.Text;

    private static bool? IsMissing(VariableValue value, bool nullIsUnset) => value switch
    {
        { IsSet: null } => null,
        { IsSet: false } => true,
        { Text: null } => nullIsUnset ? null : false,
        _ => nullIsUnset && value.Text.Length == 0,
    };

    private static string? Word(VariableReferenceSyntax variable, Func<string, VariableValue> lookup) =>
        variable.Word is null ? "" : Expand(variable.Word.Parts, lookup, raw: false);

    private static string? Trim(VariableReferenceSyntax variable, Func<string, VariableValue> lookup, VariableValue value, bool fromEnd, bool longest)
    {
        var text = ValueOrEmpty(value);
        var pattern = Expand(variable.Word!.Parts, lookup, raw: true);
        if (text is null || pattern is null || (long)text.Length * pattern.Length > MostPatternSteps || GlobPattern.TryParse(pattern) is not { } glob)
        {
            return null;
        }

        if (!fromEnd)
        {
            return text[Math.Max(0, glob.Match(text, longest))..];
        }

        var reversed = text.ToCharArray();
        Array.Reverse(reversed);
        return text[..^Math.Max(0, glob.Reversed().Match(reversed, longest))];
    }

    private static string? Replace(VariableReferenceSyntax variable, Func<string, VariableValue> lookup, VariableValue value, bool all)
    {
        var text = ValueOrEmpty(value);
        var pattern = Expand(variable.Word!.Parts, lookup, raw: true);
        var replacement = variable.Replacement is null ? null : Expand(variable.Replacement.Parts, lookup, raw: true);
        if (text is null || pattern is null || replacement is null
            || (long)text.Length * text.Length * pattern.Length > MostPatternSteps || (long)text.Length * replacement.Length > MostPatternSteps
            || GlobPattern.TryParse(pattern) is not { } glob)
        {
            return null;
        }

        var builder = new StringBuilder();
        var position = 0;
        while (position <= text.Length)
        {
            var length = glob.Match(text.AsSpan(position), longest: true);
            if (length >= 0)
            {
                builder.Append(replacement);
                position += length;
                if (!all)
                {
                    break;
                }
            }

            if (length <= 0)
            {
                builder.Append(text, position, position < text.Length ? 1 : 0);
                position++;
            }
        }

        return builder.Append(text, Math.Min(position, text.Length), text.Length - Math.Min(position, text.Length)).ToString();
    }
}
