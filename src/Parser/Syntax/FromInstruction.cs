namespace Dockerlint.Syntax;

/// <summary><c>FROM [--platform=p] image [AS name]</c>.</summary>
public sealed class FromInstruction : InstructionSyntax
{
    internal FromInstruction(InstructionHead head, WordSyntax image, SyntaxToken? asKeyword, WordSyntax? stageName)
        : base(head, [image, asKeyword, stageName])
    {
        Image = image;
        AsKeyword = asKeyword;
        StageName = stageName;
    }

    /// <summary>The base: an image reference, a stage or scratch.</summary>
    public WordSyntax Image { get; }

    /// <summary>The AS as written.</summary>
    public SyntaxToken? AsKeyword { get; }

    /// <summary>The name of the stage as written; BuildKit compares names in lower case.</summary>
    public WordSyntax? StageName { get; }
}
