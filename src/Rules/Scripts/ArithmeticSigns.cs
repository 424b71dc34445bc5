using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>Finds signs in arithmetic.</summary>
internal static class ArithmeticSigns
{
    /// <summary>Where the signs stand.</summary>
    internal static IEnumerable<TextSpan> Find(CheckedScript script, params IReadOnlyList<string> signs)
    {
        foreach (var literal in Texts(script))
        {
            for (var i = 0; i + 1 < literal.Text.Length; i++)
            {
                if (signs.Contains(literal.Text.Substring(i, 2)))
                {
                    yield return new TextSpan(literal.Span.Start + i, 2);
                    i++;
                }
            }
        }

        foreach (var word in script.Named("let").SelectMany(command => command.Words.Skip(1)))
        {
            var text = script.Slice(word.Span);
            foreach (var sign in signs)
            {
                if (text.IndexOf(sign, StringComparison.Ordinal) is >= 0 and var at)
                {
                    yield return new TextSpan(word.Span.Start + at, 2);
                }
            }
        }
    }

    /// <summary>Where numbers with a base stand.</summary>
    internal static IEnumerable<TextSpan> Bases(CheckedScript script)
    {
        foreach (var literal in Texts(script))
        {
            for (var i = literal.Text.IndexOf('#', StringComparison.Ordinal); i > 0; i = literal.Text.IndexOf('#', i + 1))
            {
                var (start, end) = (i, i + 1);
                while (start > 0 && char.IsAsciiDigit(literal.Text[start - 1]))
                {
                    start--;
                }

                while (end < literal.Text.Length && char.IsAsciiLetterOrDigit(literal.Text[end]))
                {
                    end++;
                }

                if (start < i)
                {
                    yield return TextSpan.FromBounds(literal.Span.Start + start, literal.Span.Start + end);
                }
            }
        }
    }

    private static IEnumerable<Literal> Texts(CheckedScript script) =>
        script.All<Literal>().Where(literal => script.Parent(literal) is ArithmeticExpansion or ArithmeticCommand or ArithmeticForCommand);
}
