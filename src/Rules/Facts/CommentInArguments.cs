using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>Finds what was meant as a comment behind an instruction, which the builder takes for arguments.</summary>
internal static class CommentInArguments
{
    /// <summary>Whether there is one, so that nothing else need be said of the arguments.</summary>
    internal static bool IsIn(InstructionSyntax instruction) => Find(instruction) is not null;

    /// <summary>
    /// Where its number sign stands in the logical line, at the start of an argument that is not the first; null without.
    /// </summary>
    internal static int? Find(InstructionSyntax instruction) => instruction switch
    {
        SingleArgumentInstruction { Argument: var argument } => Inside(argument),
        EnvInstruction { IsLegacyForm: true, Pairs: [{ Value: { } value }] } => Inside(value),
        LabelInstruction { Pairs: [{ EqualsToken: null, Value: { } value }] } => Inside(value),
        KeyValueInstruction { Pairs: var pairs } =>
            pairs.Skip(1).FirstOrDefault(pair => pair.Key.RawText.StartsWith('#'))?.LogicalSpan.Start,
        WordListInstruction { Json: null, Words: var words } =>
            words.Skip(1).FirstOrDefault(word => word.RawText.StartsWith('#'))?.LogicalSpan.Start,
        _ => null,
    };

    private static int? Inside(WordSyntax word)
    {
        var at = word.RawText.IndexOf(" #", StringComparison.Ordinal);
        return at > 0 && word.RawText.AsSpan().IndexOfAny('"', '\'') < 0 ? word.LogicalSpan.Start + at + 1 : null;
    }
}
