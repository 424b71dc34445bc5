using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Commands;

/// <summary>A word of a command after expansion, as far as it is known.</summary>
/// <param name="Text">The text; <see cref="UnknownText"/> stands for each part that only a running shell knows.</param>
/// <param name="Span">Where it stands, in offsets of the script's text.</param>
/// <param name="Count">How many words it becomes.</param>
/// <param name="Syntax">The word of the tree; null in the exec form.</param>
public readonly record struct CommandWord(string Text, TextSpan Span, WordCount Count = WordCount.One, ShellWord? Syntax = null)
{
    /// <summary>Stands in <see cref="Text"/> for what only a running shell knows.</summary>
    public const char UnknownText = '\uFFFD';

    /// <summary>Whether all of the text is known.</summary>
    public bool IsKnown => Count == WordCount.One && !Text.Contains(UnknownText, StringComparison.Ordinal);

    /// <summary>The text if all of it is known; null otherwise.</summary>
    public string? Value => IsKnown ? Text : null;

    /// <summary>Whether it may be anything, an option included: nothing is known of how it begins.</summary>
    public bool IsOpen => Count == WordCount.Any || Text is [UnknownText, ..];

    /// <summary>Words that come from elsewhere, such as those that xargs reads.</summary>
    internal static CommandWord Open(TextSpan span) => new(UnknownText.ToString(), span, WordCount.Any);

    /// <summary>What stands behind the first characters of the word.</summary>
    internal CommandWord From(int start)
    {
        // Text in front of the first quote or expansion stands in the script as it is.
        var isPlain = Text.Length == Span.Length || (Syntax?.Parts is [Literal first, ..] && first.Text.Length >= start);
        return this with
        {
            Text = Text[start..],
            Span = isPlain ? TextSpan.FromBounds(Math.Min(Span.Start + start, Span.End), Span.End)
            : Span
        };
    }
}
