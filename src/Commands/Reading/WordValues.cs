using System.Text;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Commands;

/// <summary>What words of a script become. Who knows the variables in force derives from it.</summary>
public abstract class WordValues
{
    /// <summary>Words of which only quotes are taken off: every variable is unknown.</summary>
    public static WordValues Literal { get; } = new LiteralValues();

    /// <summary>Adds what a word becomes after expansion and splitting.</summary>
    public abstract void Expand(ShellWord word, ICollection<CommandWord> into);

    /// <summary>The values in a script that a word or the input of a command holds.</summary>
    /// <param name="script">The script.</param>
    public abstract WordValues Of(ShellScript script);

    /// <summary>The text of a heredoc that a redirection of the script names but does not hold; null without.</summary>
    public virtual MappedText? Heredoc(Redirect redirect) => null;

    /// <summary>A word with the parts that are known, by <paramref name="value"/>; all others are unknown text.</summary>
    protected static CommandWord Sketch(ShellWord word, Func<ShellWordPart, string?> value)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(value);
        var text = new StringBuilder();
        var isSplit = false;
        var hasText = false;
        foreach (var part in word.Parts)
        {
            if (part is DoubleQuoted quoted)
            {
                hasText = true;
                foreach (var inner in quoted.Parts)
                {
                    // "$@" and "${list[@]}" are as many words as there are.
                    isSplit |= inner is ParameterExpansion { Name: "@" } or ParameterExpansion { Subscript: "@" };
                    text.Append(inner.LiteralValue ?? value(inner) ?? Unknown);
                    hasText &= !isSplit || quoted.Parts.Length > 1;
                }
            }
            else if (part.LiteralValue is { } literal)
            {
                hasText = true;
                text.Append(literal);
            }
            else if (value(part) is { } known)
            {
                hasText |= known.Length > 0;
                text.Append(known);
            }
            else
            {
                isSplit |= part is not (ProcessSubstitution or ArithmeticExpansion or AnsiCQuoted or ExtendedGlob);
                text.Append(Unknown);
            }
        }

        var count = !isSplit ? WordCount.One : hasText ? WordCount.OneOrMore : WordCount.Any;
        return new CommandWord(text.ToString(), word.Span, count, word);
    }

    private static string Unknown { get; } = CommandWord.UnknownText.ToString();

    private sealed class LiteralValues : WordValues
    {
        public override void Expand(ShellWord word, ICollection<CommandWord> into) =>
            into.Add(word.LiteralValue is { } literal ? new CommandWord(literal, word.Span, WordCount.One, word) : Sketch(word,
                static _ => null));

        public override WordValues Of(ShellScript script) => this;
    }
}
