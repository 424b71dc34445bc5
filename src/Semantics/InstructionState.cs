namespace Dockerlint.Semantics;

/// <summary>What is in force before an instruction.</summary>
public sealed record InstructionState
{
    /// <summary>The variables.</summary>
    public required VariableScope Variables { get; init; }

    /// <summary>The words of the last SHELL in the stage or the stages below; null for the shell of the base image.</summary>
    public IReadOnlyList<string>? Shell { get; init; }

    /// <summary>The working directory when it is known.</summary>
    public string? Workdir { get; init; }

    /// <summary>Whether a WORKDIR has been set by the file, in the stage or the stages below.</summary>
    public bool HasWorkdir { get; init; }

    /// <summary>The user of the last USER after expansion; null when none was set or it is not known.</summary>
    public string? User { get; init; }

    /// <summary>Whether a USER has been set by the file, in the stage or the stages below.</summary>
    public bool HasUser { get; init; }
}
