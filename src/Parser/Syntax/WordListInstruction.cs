using Dockerlint.Syntax.Grammar;

namespace Dockerlint.Syntax;

/// <summary>An instruction whose arguments are words, separated by blanks or in a JSON array.</summary>
public abstract class WordListInstruction : InstructionSyntax
{
    private readonly WordGrammar _grammar;
    private IReadOnlyList<WordSyntax>? _jsonWords;

    private protected WordListInstruction(InstructionHead head, IReadOnlyList<WordSyntax> words, JsonArraySyntax? json)
        : base(head, json is null ? words : [json])
    {
        Words = words;
        Json = json;
        _grammar = head.Words;
    }

    /// <summary>The words; empty in JSON form.</summary>
    public IReadOnlyList<WordSyntax> Words { get; }

    /// <summary>The JSON array, or null.</summary>
    public JsonArraySyntax? Json { get; }

    /// <summary>
    /// The words as the engine expands them, whatever the form; those of the JSON form are no part of the tree, but their
    /// spans are those of the source.
    /// </summary>
    public IReadOnlyList<WordSyntax> ExpandedWords => Json is null ? Words : _jsonWords ??= Json.ToWords(_grammar);

    /// <summary>The arguments before expansion, whatever the form.</summary>
    public IReadOnlyList<string> Arguments =>
        Json is null ? [.. Words.Select(word => word.RawText)] : [.. Json.Items.Select(item => item.Value)];
}
