using Dockerlint.Syntax.Grammar;
using Dockerlint.Text;

namespace Dockerlint.Syntax;

/// <summary>
/// Reads text as one word where the tree holds none: strings of JSON arrays, values of flags, fields of mounts, heredoc bodies.
/// </summary>
public static class WordParser
{
    /// <summary>Parses a whole text as a word; its spans are those of the source. It never throws on input.</summary>
    /// <param name="text">The text.</param>
    /// <param name="escape">The escape character: backslash or backtick.</param>
    public static WordSyntax Parse(MappedText text, char escape)
    {
        var word = WordGrammar.For(escape).Parse(text.Text, 0, text.Length);
        word.Attach(null, new LogicalLine(text));
        return word;
    }
}
