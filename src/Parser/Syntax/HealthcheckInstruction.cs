namespace Dockerlint.Syntax;

/// <summary><c>HEALTHCHECK [flags] CMD command</c> or <c>HEALTHCHECK NONE</c>.</summary>
public sealed class HealthcheckInstruction : CommandInstruction
{
    internal HealthcheckInstruction(InstructionHead head, SyntaxToken type, CommandSyntax? command)
        : base(head, command, type)
    {
        Type = type;
    }

    /// <summary>CMD or NONE as written.</summary>
    public SyntaxToken Type { get; }

    /// <summary>Whether the check of the base image is switched off.</summary>
    public bool IsNone => Type.LogicalText.Equals("NONE", StringComparison.OrdinalIgnoreCase);
}
