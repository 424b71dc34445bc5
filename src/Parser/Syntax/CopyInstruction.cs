namespace Dockerlint.Syntax;

/// <summary><c>COPY [flags] source... destination</c>.</summary>
public sealed class CopyInstruction : FileTransferInstruction
{
    internal CopyInstruction(InstructionHead head, IReadOnlyList<WordSyntax> words, JsonArraySyntax? json)
        : base(head, words, json)
    {
    }
}
