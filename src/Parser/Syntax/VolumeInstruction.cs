namespace Dockerlint.Syntax;

/// <summary><c>VOLUME path...</c>.</summary>
public sealed class VolumeInstruction : WordListInstruction
{
    internal VolumeInstruction(InstructionHead head, IReadOnlyList<WordSyntax> words, JsonArraySyntax? json)
        : base(head, words, json)
    {
    }
}
