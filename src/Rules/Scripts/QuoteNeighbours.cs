using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>What stands between two quoted parts of a word.</summary>
internal static class QuoteNeighbours
{
    /// <summary>Every part between two parts of a type.</summary>
    internal static IEnumerable<(ShellWordPart Part, ShellWord Word)> Between<T>(CheckedScript script)
        where T : ShellWordPart
    {
        foreach (var word in script.All<ShellWord>())
        {
            for (var i = 1; i + 1 < word.Parts.Length; i++)
            {
                if (word.Parts[i - 1] is T && word.Parts[i + 1] is T)
                {
                    yield return (word.Parts[i], word);
                }
            }
        }
    }
}
