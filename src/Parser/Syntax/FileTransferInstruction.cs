namespace Dockerlint.Syntax;

/// <summary>COPY or ADD: sources and, as the last argument, the destination.</summary>
public abstract class FileTransferInstruction : WordListInstruction
{
    private protected FileTransferInstruction(InstructionHead head, IReadOnlyList<WordSyntax> words, JsonArraySyntax? json)
        : base(head, words, json)
    {
    }

    /// <summary>The sources before expansion; heredoc markers among them.</summary>
    public IReadOnlyList<string> Sources => [.. Arguments.SkipLast(1)];

    /// <summary>The destination before expansion; empty where the instruction has no arguments, which is an error of its own.</summary>
    public string Destination => Arguments is [.., var last] ? last : "";
}
