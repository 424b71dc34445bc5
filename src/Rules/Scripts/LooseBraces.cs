using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>Braces in words that are neither quoted nor expanded.</summary>
internal static class LooseBraces
{
    /// <summary>Where each stands, as an empty place, and which it is.</summary>
    internal static IEnumerable<(TextSpan Span, char Brace)> All(CheckedScript script)
    {
        if (script.Text.AsSpan().IndexOfAny('{', '}') < 0)
        {
            yield break;
        }

        foreach (var word in script.All<ShellWord>())
        {
            if (script.Parent(word) is not (SimpleCommand or ForCommand) || word.LiteralValue == "{}")
            {
                continue;
            }

            var pairs = BraceText.In(script, word).ToList();
            foreach (var literal in word.Parts.OfType<Literal>())
            {
                for (var i = 0; i < literal.Text.Length; i++)
                {
                    var at = literal.Span.Start + i;
                    if (literal.Text[i] is '{' or '}' && !pairs.Exists(pair => pair.Contains(new TextSpan(at, 1)))
                        && !(literal.Text[i] == '{' && i + 1 < literal.Text.Length && literal.Text[i + 1] == '}')
                        && !(literal.Text[i] == '}' && i > 0 && literal.Text[i - 1] == '{'))
                    {
                        yield return (new TextSpan(at, 0), literal.Text[i]);
                    }
                }
            }
        }
    }
}
