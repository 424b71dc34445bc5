using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>Values with quotes in them that are used without quotes.</summary>
internal static class QuotedValues
{
    /// <summary>Every such value, where its quotes stand, and the places that use it.</summary>
    internal static IEnumerable<(Assignment Assignment, TextSpan Span, IReadOnlyList<ParameterExpansion> Uses)> All(CheckedScript script)
    {
        ILookup<string, ParameterExpansion>? unquoted = null;
        foreach (var assignment in script.All<Assignment>())
        {
            if (assignment.Array is not null
                || assignment.Value.Parts.Select(part => PlaceOf(script, part)).FirstOrDefault(span => span is not null)
                is not { } place)
            {
                continue;
            }

            unquoted ??= script.All<ParameterExpansion>().Where(expansion => Unquoted.Splits(script, expansion)).ToLookup(use => use.Name);
            var uses = unquoted[assignment.Name]
                .Where(use => use.Span.Start > assignment.Span.End && !IsEvaluated(script, use)).ToList();
            if (uses.Count > 0)
            {
                yield return (assignment, place, uses);
            }
        }
    }

    // eval and the shells read quotes.
    private static bool IsEvaluated(CheckedScript script, ShellNode use) =>
        script.Around<SimpleCommand>(use) is { } command && CheckedScript.NameOf(command) is "eval" or "printf" or "echo_";

    private static TextSpan? PlaceOf(CheckedScript script, ShellWordPart part)
    {
        switch (part)
        {
            case SingleQuoted single when Has(single.Text):
                return single.Span;
            case DoubleQuoted quoted:
                var parts = quoted.Parts;
                for (var i = 0; i < parts.Length; i++)
                {
                    if (parts[i] is Escaped { Value: "\"" } || (parts[i] is Literal literal && Has(literal.Text)))
                    {
                        var first = i;
                        while (first > 0 && parts[first - 1] is Literal or Escaped)
                        {
                            first--;
                        }

                        while (i + 1 < parts.Length && parts[i + 1] is Literal or Escaped)
                        {
                            i++;
                        }

                        return TextSpan.FromBounds(parts[first].Span.Start, parts[i].Span.End);
                    }
                }

                return null;
            default:
                return null;
        }
    }

    // A single quote counts where a word begins, so that it's is fine.
    private static bool Has(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"' || (text[i] == '\'' && (i == 0 || text[i - 1] is ' ' or '=' or '\t' or 'D')))
            {
                return true;
            }
        }

        return text.Contains("\\ ", StringComparison.Ordinal);
    }
}
