using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>A RUN that installs dependencies.</summary>
/// <param name="Model">The file.</param>
/// <param name="Stage">Its stage.</param>
/// <param name="Index">Its place among the steps of the stage.</param>
/// <param name="Run">The instruction.</param>
/// <param name="Commands">Its commands.</param>
/// <param name="Installs">The installations among them.</param>
internal sealed record InstallStep(
    BuildModel Model, Stage Stage, int Index, RunInstruction Run, IReadOnlyList<InvocationUse> Commands,
        IReadOnlyList<DependencyInstall> Installs)
{
    /// <summary>Its script; null in the exec form.</summary>
    internal ScriptUse? Script => Model.ScriptsOf(Run).FirstOrDefault();

    /// <summary>The step of a stage; null when it is no RUN or its commands cannot be read.</summary>
    internal static InstallStep? At(BuildModel model, Stage stage, int index)
    {
        if (stage.Steps[index].Instruction is not RunInstruction run)
        {
            return null;
        }

        IReadOnlyList<InvocationUse> commands = [.. model.InvocationsOf(run)];
        return commands.Count == 0 ? null
            : new InstallStep(model, stage, index, run, commands, [.. commands.Select(InstallReader.Read).OfType<DependencyInstall>()]);
    }

    /// <summary>The folder an installation runs in, or null when it is not known.</summary>
    internal string? FolderOf(DependencyInstall install) => install.Use.Invocation.Folder is { } folder
        ? BuildPath.Combine(ContextCopy.FolderAt(Stage, Index), folder) : null;

    /// <summary>Whether the files an installation reads came with a copy of the whole context.</summary>
    internal bool ReadsFrom(ContextCopy copy, DependencyInstall install) => copy.Target is { } target && FolderOf(install) is { } folder
        && (install.Manifests.Count == 0 ? [folder] : install.Manifests.Select(manifest => BuildPath.Combine(folder, manifest)))
            .All(path => BuildPath.Below(target, path) is not null);
}
