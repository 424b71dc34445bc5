namespace Dockerlint.Syntax;

/// <summary><c>EXPOSE port[/protocol]...</c>.</summary>
public sealed class ExposeInstruction : WordListInstruction
{
    internal ExposeInstruction(InstructionHead head, IReadOnlyList<WordSyntax> words)
        : base(head, words, null)
    {
    }
}
