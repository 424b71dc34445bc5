namespace Dockerlint.Syntax;

/// <summary><c>ADD [flags] source... destination</c>.</summary>
public sealed class AddInstruction : FileTransferInstruction
{
    internal AddInstruction(InstructionHead head, IReadOnlyList<WordSyntax> words, JsonArraySyntax? json)
        : base(head, words, json)
    {
    }
}
