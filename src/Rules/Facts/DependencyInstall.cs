using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>A command that installs what the manifests of a project name.</summary>
/// <param name="Ecosystem">Whose dependencies.</param>
/// <param name="Use">The command.</param>
/// <param name="Manifests">The files it reads, as sources of a COPY, relative to the folder it runs in; empty when they are not
/// known.</param>
internal sealed record DependencyInstall(string Ecosystem, InvocationUse Use, params IReadOnlyList<string> Manifests)
{
    /// <summary>Folders it reads too, such as <c>.mvn</c>.</summary>
    internal IReadOnlyList<string> ManifestFolders { get; init; } = [];

    /// <summary>
    /// What does the installing when only the manifests are there; null when the command itself does. The command must then
    /// still run where it is.
    /// </summary>
    internal string? EarlyCommand { get; init; }

    /// <summary>Whether it also needs the sources, so that it cannot run before them.</summary>
    internal bool NeedsSources { get; init; }

    /// <summary>Whether it compiles, and fetches dependencies on the way.</summary>
    internal bool IsImplied { get; init; }
}
