using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>A RUN that installs dependencies.</summary>
/// <param name="Stage">Its stage.</param>
/// <param name="Index">Its place among the steps of the stage.</param>
/// <param name="Script">Its script.</param>
/// <param name="Installs">The installations in it.</param>
internal sealed record InstallStep(Stage Stage, int Index, ScriptUse Script, IReadOnlyList<DependencyInstall> Installs)
{
    /// <summary>The folder an installation runs in, or null when it is not known.</summary>
    internal string? FolderOf(DependencyInstall install) =>
        BuildPath.Combine(new ScriptFolders(install.Use.Script, ContextCopy.FolderAt(Stage, Index)).At(install.Use), install.Folder ?? ".");

    /// <summary>Whether the files an installation reads came with a copy of the whole context.</summary>
    internal bool ReadsFrom(ContextCopy copy, DependencyInstall install) => copy.Target is { } target && FolderOf(install) is { } folder
        && (install.Manifests.Count == 0 ? [folder] : install.Manifests.Select(manifest => BuildPath.Combine(folder, manifest)))
            .All(path => BuildPath.Below(target, path) is not null);
}
