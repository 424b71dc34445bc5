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
    public static string? Expand(WordSyntax word, Func<string, VariableValue> lookup) => Expand(word, lookup, out _);

    /// <summary>
    /// As <see cref="Expand(WordSyntax, Func{string, VariableValue})"/>; tells why when the engine is certain to refuse the word.
    /// </summary>
    internal static string? Expand(WordSyntax word, Func<string, VariableValue> lookup, out string? problem)
    {
        problem = null;
        return Expand(word.Parts, lookup, raw: false, ref problem);
    }

    private static string? Expand(IReadOnlyList<WordPartSyntax> parts, Func<string, VariableValue> lookup, bool raw, ref string? problem)
    {
        var builder = new StringBuilder();
        var isKnown = true;
        foreach (var part in parts)
        {
            var text = part switch
            {
                VariableReferenceSyntax variable => Expand(variable, lookup, ref problem),
                QuotedSyntax { IsTerminated: false } => null,
                QuotedSyntax quoted => Expand(quoted.Parts, lookup, raw, ref problem),
                EscapedSyntax escaped when raw => escaped.LogicalText,
                _ => part.LiteralValue,
            };
            isKnown = isKnown && text is not null && builder.Length + text.Length <= LongestValue;
            if (isKnown)
            {
                builder.Append(text);
            }
        }

        return isKnown ? builder.ToString() : null;
    }

    private static string? Expand(VariableReferenceSyntax variable, Func<string, VariableValue> lookup, ref string? problem)
    {
        if (!variable.IsTerminated || (variable.IsBraced && variable.Name.Length == 0))
        {
            return null;
        }

        var value = lookup(variable.Name);
        var op = variable.Operator;
        var nullIsUnset = op?.StartsWith(':') == true;
        // The engine works out the words of a modifier whether it needs them or not.
        var isPattern = op is "#" or "##" or "%" or "%%" or "/" or "//";
        var word = variable.Word is null ? "" : Expand(variable.Word.Parts, lookup, isPattern, ref problem);
        switch (op is [':', '-' or '+' or '?'] ? op[1..] : op)
        {
            case null:
                return ValueOrEmpty(value);
            case "-":
                return IsMissing(value, nullIsUnset) switch
                {
                    true => word,
                    false => value.Text,
                    null => null,
                };
            case "+":
                return IsMissing(value, nullIsUnset) switch
                {
                    true => "",
                    false => word,
                    null => null,
                };
            case "?":
                return Require(variable.Name, value, nullIsUnset, word, ref problem);
            case "#" or "##" or "%" or "%%":
                return Trim(value, word, fromEnd: op is "%" or "%%", longest: op is "##" or "%%", ref problem);
            case "/" or "//":
                var replacement = variable.Replacement is null ? null : Expand(variable.Replacement.Parts, lookup, raw: true, ref problem);
                return Replace(value, word, replacement, all: op == "//", ref problem);
            default:
                return null;
        }
    }

    private static string? Require(string name, VariableValue value, bool nullIsUnset, string? message, ref string? problem)
    {
        var isMissing = IsMissing(value, nullIsUnset);
        if (isMissing == true)
        {
            problem ??= $"{name} is required: {(string.IsNullOrEmpty(message) ? "it has no value" : message)}";
        }

        return isMissing == false ? value.Text : null;
    }

    private static GlobPattern? Pattern(string text, ref string? problem)
    {
        var glob = GlobPattern.TryParse(text);
        if (glob is null)
        {
            problem ??= $"invalid pattern {text}: a backslash may only stand before * ? \\ and }}";
        }

        return glob;
    }

    private static string? ValueOrEmpty(VariableValue value) => value.IsSet == false ? "" : value.Text;

    private static bool? IsMissing(VariableValue value, bool nullIsUnset) => value switch
    {
        { IsSet: null } => null,
        { IsSet: false } => true,
        { Text: null } => nullIsUnset ? null : false,
        _ => nullIsUnset && value.Text.Length == 0,
    };

    private static string? Trim(VariableValue value, string? pattern, bool fromEnd, bool longest, ref string? problem)
    {
        var glob = pattern is null ? null : Pattern(pattern, ref problem);
        if (glob is null || ValueOrEmpty(value) is not { } text || (long)text.Length * pattern!.Length > MostPatternSteps)
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

    private static string? Replace(VariableValue value, string? pattern, string? replacement, bool all, ref string? problem)
    {
        var glob = pattern is null ? null : Pattern(pattern, ref problem);
        if (glob is null || replacement is null || ValueOrEmpty(value) is not { } text
            || (long)text.Length * text.Length * pattern!.Length > MostPatternSteps
                || (long)text.Length * replacement.Length > MostPatternSteps)
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
