using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>What stands between two quoted parts of a word.</summary>
internal static class QuoteNeighbours
{
    /// <summary>Every part between two parts of a type, with the two.</summary>
    internal static IEnumerable<(T Before, ShellWordPart Part, T After)> Between<T>(CheckedScript script)
        where T : ShellWordPart
    {
        foreach (var word in script.All<ShellWord>())
        {
            for (var i = 1; i + 1 < word.Parts.Length; i++)
            {
                if (word.Parts[i - 1] is T before && word.Parts[i + 1] is T after)
                {
                    yield return (before, word.Parts[i], after);
                }
            }
        }
    }
}
