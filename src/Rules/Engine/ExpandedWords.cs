using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>The texts of an instruction in which the engine replaces variables, each as a word.</summary>
internal static class ExpandedWords
{
    /// <summary>
    /// All of them in order, except those of ARG, whose values see one another, and EXPOSE, which is expanded in a way of its own.
    /// </summary>
    internal static IEnumerable<WordSyntax> Of(InstructionSyntax instruction, SyntaxTree tree) => instruction switch
    {
        EnvInstruction or LabelInstruction =>
            ((KeyValueInstruction)instruction).Pairs.SelectMany(pair => new[] { pair.Key, pair.Value }).OfType<WordSyntax>(),
        FileTransferInstruction transfer => OfTransfer(transfer, tree),
        VolumeInstruction volume => OfList(volume, tree),
        RunInstruction run => run.Flags.Where(flag => flag.Name == "mount").SelectMany(flag => OfMount(flag, tree)),
        WorkdirInstruction or UserInstruction or StopsignalInstruction => [((SingleArgumentInstruction)instruction).Argument],
        _ => [],
    };

    /// <summary>Expands a text that is not in the tree as a word; null when it depends on something unknown.</summary>
    internal static string? Expand(string text, TextSpan span, SyntaxTree tree, EngineScope scope) =>
        WordExpander.Expand(Word(text, span, tree), scope.Lookup);

    /// <summary>A text that stands somewhere in the source, perhaps not character by character, as a word.</summary>
    internal static WordSyntax Word(string text, TextSpan span, SyntaxTree tree) => WordParser.Parse(
        new MappedText(tree.Source, text, new MappedSegment(0, text.Length, span.Start, span.Length)), tree.Root.EscapeCharacter);

    private static IEnumerable<WordSyntax> OfTransfer(FileTransferInstruction transfer, SyntaxTree tree)
    {
        foreach (var flag in transfer.Flags)
        {
            if (flag is { Name: "chown" or "chmod" or "checksum", Value: { } value, ValueWord.Span: var span })
            {
                yield return Word(value, span, tree);
            }
        }

        foreach (var word in OfList(transfer, tree))
        {
            yield return word;
        }

        foreach (var heredoc in transfer.Heredocs)
        {
            if (heredoc is { IsExpanded: true, Body: { } body })
            {
                yield return Body(body, tree);
            }
        }
    }

    private static IEnumerable<WordSyntax> OfList(WordListInstruction list, SyntaxTree tree) =>
        list.Json is { } json ? Items(json, tree) : list.Words;

    /// <summary>
    /// The strings of a JSON array as words; one without escapes stands where it stands in the source, between its quotes.
    /// </summary>
    internal static IEnumerable<WordSyntax> Items(JsonArraySyntax json, SyntaxTree tree) => json.Items.Select(item =>
        Word(item.Value, item.Span.Length == item.Value.Length + 2 ? new TextSpan(item.Span.Start + 1, item.Value.Length) : item.Span,
            tree));

    // In a heredoc quotes are plain characters, and the escape character is always the backslash.
    private static WordSyntax Body(SyntaxToken body, SyntaxTree tree)
    {
        var text = body.Text.Replace('\'', ' ').Replace('"', ' ');
        return WordParser.Parse(
            new MappedText(tree.Source, text, new MappedSegment(0, text.Length, body.Span.Start, body.Span.Length)), '\\');
    }

    private static IEnumerable<WordSyntax> OfMount(FlagSyntax flag, SyntaxTree tree)
    {
        if (flag is not { Value: { } mount, ValueWord.Span: var span })
        {
            yield break;
        }

        var isVerbatim = span.Length == mount.Length;
        var start = 0;
        foreach (var field in mount.Split(','))
        {
            var equals = field.IndexOf('=', StringComparison.Ordinal);
            if (equals >= 0)
            {
                var value = field[(equals + 1)..];
                yield return Word(value, isVerbatim ? new TextSpan(span.Start + start + equals + 1, value.Length) : span, tree);
            }

            start += field.Length + 1;
        }
    }
}
