using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>Judges values: whether they stay one word without quotes.</summary>
internal static class ValueText
{
    private const string Harmful = " \t\n*?[";

    /// <summary>Whether a text stays one word: not empty, no blank, no pattern.</summary>
    internal static bool IsHarmless(string text) => text.Length > 0 && text.AsSpan().IndexOfAny(Harmful) < 0;

    /// <summary>What is known of a value with the variables as they are.</summary>
    internal static Knowledge Of(ShellWord value, FlowState state)
    {
        var hasText = false;
        return !AreHarmless(value.Parts, state, ref hasText) ? Knowledge.Unknown : hasText ? Knowledge.Harmless : Knowledge.Empty;
    }

    /// <summary>What is known of a variable that goes over some words.</summary>
    internal static Knowledge OfAny(IReadOnlyList<ShellWord> words, FlowState state) =>
        words.Count > 0 && words.All(word => word.Parts.All(part => part is not (ParameterExpansion or CommandSubstitution)
            && !(part is Literal { Text: var text } && text.Contains('{', StringComparison.Ordinal)))
                && Of(word, state) == Knowledge.Harmless)
            ? Knowledge.Harmless : Knowledge.Unknown;

    /// <summary>Special parameters that are numbers or flags.</summary>
    internal static bool IsHarmlessParameter(string name) => name is "?" or "#" or "$" or "!" or "-";

    private static bool AreHarmless(IEnumerable<ShellWordPart> parts, FlowState state, ref bool hasText)
    {
        foreach (var part in parts)
        {
            switch (part)
            {
                case DoubleQuoted quoted:
                    if (!AreHarmless(quoted.Parts, state, ref hasText))
                    {
                        return false;
                    }

                    break;
                case ArithmeticExpansion:
                    hasText = true;
                    break;
                case ParameterExpansion { Operator: null, Prefix: null, Subscript: null } expansion:
                    if (!SafeParameters.Contains(expansion.Name) && state[expansion.Name] == Knowledge.Unknown)
                    {
                        return false;
                    }

                    hasText |= state[expansion.Name] != Knowledge.Empty;
                    break;
                case { LiteralValue: { } text }:
                    if (text.AsSpan().IndexOfAny(Harmful) >= 0 || (part is Literal && IsBraced(text)))
                    {
                        return false;
                    }

                    hasText |= text.Length > 0;
                    break;
                default:
                    return false;
            }
        }

        return true;
    }

    // {a,b} and {1..3} in an assignment.
    private static bool IsBraced(string text)
    {
        var open = text.IndexOf('{', StringComparison.Ordinal);
        var close = open < 0 ? -1 : text.IndexOf('}', open);
        return close > 0 && (text.AsSpan(open, close - open).Contains(',')
            || text.AsSpan(open, close - open).Contains("..", StringComparison.Ordinal));
    }

    /// <summary>The names that arithmetic sets.</summary>
    internal static IEnumerable<string> SetIn(IEnumerable<ShellWordPart> parts) =>
        parts.OfType<Literal>().SelectMany(part => ArithmeticText.Names(part.Text)).Where(name => name.IsSet).Select(name => name.Name);
}
