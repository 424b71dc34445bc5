using Dockerlint.Commands;
using Dockerlint.Syntax;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Semantics;

/// <summary>What the words of a script become with the variables that are in force at its instruction.</summary>
internal sealed class ScriptValues(ScriptWords words, VariableScope variables, MappedText text, CommandInstruction instruction) : WordValues
{
    /// <inheritdoc/>
    public override void Expand(ShellWord word, ICollection<CommandWord> into)
    {
        if (word.LiteralValue is { } literal)
        {
            into.Add(new CommandWord(literal, word.Span, WordCount.One, word));
            return;
        }

        var fields = words.Fields(word);
        if (fields is [null])
        {
            into.Add(Sketch(word, words.Resolve));
            return;
        }

        foreach (var field in fields)
        {
            into.Add(field is null
                ? new CommandWord(CommandWord.UnknownText.ToString(), word.Span, WordCount.Any, word)
                : new CommandWord(field, word.Span, WordCount.One, word));
        }
    }

    /// <inheritdoc/>
    public override WordValues Of(ShellScript script) => new ScriptValues(new ScriptWords([.. script.Walk()], variables), variables,
        text, instruction);

    /// <inheritdoc/>
    public override MappedText? Heredoc(Redirect redirect)
    {
        // The body of a heredoc of RUN stands behind the instruction, not in the text of its script.
        var marker = text.ToSource(redirect.Span);
        foreach (var heredoc in instruction.Heredocs)
        {
            if (heredoc.Body is { } body && marker.Contains(heredoc.MarkerSpan))
            {
                return MappedText.Slice(instruction.Source, body.Span);
            }
        }

        return null;
    }
}
