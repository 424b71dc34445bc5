namespace Dockerlint.Syntax;

/// <summary><c>RUN [--mount --network --security --device] command</c>, with heredocs.</summary>
public sealed class RunInstruction : CommandInstruction
{
    private IReadOnlyList<MountSyntax>? _mounts;

    internal RunInstruction(InstructionHead head, CommandSyntax? command)
        : base(head, command)
    {
    }

    /// <summary>The mounts in order.</summary>
    public IReadOnlyList<MountSyntax> Mounts => _mounts ??= MountSyntax.All(this);
}
