using Dockerlint.Semantics.Context;
using Dockerlint.Syntax;

namespace Dockerlint.Cache;

/// <summary>One commit of a history, as a build of it after a build of its parent sees it.</summary>
/// <param name="Id">The commit.</param>
/// <param name="Parent">Its first parent.</param>
/// <param name="Subject">The first line of its message.</param>
/// <param name="Time">When it was committed.</param>
public sealed record HistoryCommit(string Id, string Parent, string Subject, DateTimeOffset Time)
{
    /// <summary>The Dockerfile of the parent; null when there is none.</summary>
    public SyntaxTree? DockerfileBefore { get; init; }

    /// <summary>The Dockerfile of the commit, the same tree when it did not change; null when there is none.</summary>
    public SyntaxTree? Dockerfile { get; init; }

    /// <summary>Why one of the two Dockerfiles is not known, though there is one; null when both are.</summary>
    public string? DockerfileProblem { get; init; }

    /// <summary>Why one of the two contexts is not known; null when both are, but for single files.</summary>
    public string? ContextProblem { get; init; }

    /// <summary>The context of the parent, comparable with <see cref="Context"/> alone.</summary>
    public required ContextManifest ContextBefore { get; init; }

    /// <summary>The context of the commit.</summary>
    public required ContextManifest Context { get; init; }
}
