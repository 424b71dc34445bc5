using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>Finds braces that a shell expands.</summary>
internal static class BraceText
{
    /// <summary>Where each stands, the outermost ones.</summary>
    internal static IEnumerable<TextSpan> All(CheckedScript script)
    {
        if (!script.Text.Contains('{', StringComparison.Ordinal))
        {
            yield break;
        }

        foreach (var word in script.All<ShellWord>())
        {
            if (script.Parent(word) is SimpleCommand or Redirect or Assignment or ForCommand or SelectCommand or ArrayLiteral)
            {
                foreach (var span in In(script, word))
                {
                    yield return span;
                }
            }
        }
    }

    /// <summary>Where they stand in a word.</summary>
    internal static IEnumerable<TextSpan> In(CheckedScript script, ShellWord word)
    {
        var (open, depth, isList) = (-1, 0, false);
        foreach (var part in word.Parts.OfType<Literal>())
        {
            for (var i = part.Span.Start; i < part.Span.End; i++)
            {
                switch (script.Text[i])
                {
                    case '{':
                        open = depth++ == 0 ? i : open;
                        isList = depth > 1 && isList;
                        break;
                    case ',' when depth > 0:
                        isList = true;
                        break;
                    case '.' when depth > 0 && i + 1 < script.Text.Length && script.Text[i + 1] == '.':
                        isList = true;
                        break;
                    case '}' when depth > 0:
                        if (--depth == 0 && isList)
                        {
                            yield return TextSpan.FromBounds(open, i + 1);
                        }

                        break;
                }
            }
        }
    }
}
