using System.Collections.Immutable;

namespace Dockerlint.Commands;

/// <summary>How an installation is held to the lock file of a project.</summary>
/// <param name="Advice">The command to write.</param>
public sealed record LockSpec(string Advice)
{
    /// <summary>The option that does it wherever it stands behind the verb; null when there is none.</summary>
    public string? Option { get; init; }

    /// <summary>The verb that does it in place of another one; null when there is none.</summary>
    public string? Verb { get; init; }

    /// <summary>Whether there is no lock file unless somebody asks for one.</summary>
    public bool IsOptIn { get; init; }

    /// <summary>Further options with which the command is not to be judged.</summary>
    public ImmutableArray<string> Unless { get; init; } = [];

    /// <summary>Variables that do it, too.</summary>
    public ImmutableArray<string> Variables { get; init; } = [];

    /// <summary>Settings that do it, too, by a part of their names.</summary>
    public ImmutableArray<string> Settings { get; init; } = [];
}
