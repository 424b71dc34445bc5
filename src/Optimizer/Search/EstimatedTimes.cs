using Dockerlint.Cache;
using Dockerlint.Commands;
using Dockerlint.Rules;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Optimizer;

/// <summary>
/// How long steps take by the kind of their commands, where nothing was measured. The figures are orders of magnitude for a project
/// of middle size; what they are good for is to compare steps with each other.
/// </summary>
public static class EstimatedTimes
{
    private const double Compiling = 60;
    private const double Dependencies = 40;
    private const double SystemPackages = 25;
    private const double Downloading = 8;
    private const double OtherCommand = 3;
    private const double Copying = 0.5;
    private const double Directory = 0.1;

    /// <summary>The table, for documentation and output: what a step does, and the seconds it is taken to need.</summary>
    public static IReadOnlyList<(string Kind, double Seconds)> Table { get; } =
    [
        ("compiling (go build, cargo build, mvn package, dotnet publish, make, npm run build)", Compiling),
        ("compiling that also fetches the dependencies", Compiling + Dependencies),
        ("dependencies of a project (pip, npm, yarn, bundle, composer, go mod download)", Dependencies),
        ("system packages (apt-get, apk, dnf)", SystemPackages),
        ("downloading (curl, wget, git clone, ADD of an address)", Downloading),
        ("any other RUN", OtherCommand),
        ("COPY and ADD of files", Copying),
        ("WORKDIR", Directory),
    ];

    /// <summary>The estimate for a step.</summary>
    public static StepTime Of(LayerPlan plan, LayerStep step)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(step);
        var seconds = step.Instruction switch
        {
            RunInstruction run => step.StageIndex is { } index && !step.IsTrigger
                ? Run(plan.Model, plan.Model.Stages[index], run)
                : OtherCommand,
            AddInstruction when step.Key.Inputs.Any(input => input.Kind == KeyInputKind.Remote) => Downloading,
            FileTransferInstruction => Copying,
            _ => Directory,
        };
        return new StepTime(seconds, true);
    }

    /// <summary>The tools whose dependencies are installed by the steps of a stage above a RUN.</summary>
    internal static HashSet<string> InstalledBefore(BuildModel model, Stage stage, RunInstruction run) =>
    [
        .. stage.Steps.Select(step => step.Action).TakeWhile(step => step != run).OfType<RunInstruction>().SelectMany(model.InvocationsOf)
            .Select(InstallReader.Read).OfType<DependencyInstall>().Select(install => install.Ecosystem),
    ];

    private static double Run(BuildModel model, Stage stage, RunInstruction run)
    {
        var installed = InstalledBefore(model, stage, run);
        return model.InvocationsOf(run).Select(use => Command(use, installed)).DefaultIfEmpty(OtherCommand).Max();
    }

    // A compiler that finds its dependencies fetched already does the rest only.
    private static double Command(InvocationUse use, HashSet<string> installed)
    {
        if (InstallReader.Read(use) is { } install)
        {
            var isThere = installed.Contains(install.Ecosystem);
            return install.IsImplied ? Compiling + (isThere ? 0 : Dependencies) : isThere ? OtherCommand : Dependencies;
        }

        return use.Invocation.Cost switch
        {
            CostClass.Compile => Compiling,
            CostClass.Dependencies => Dependencies,
            CostClass.SystemPackages => SystemPackages,
            CostClass.Download => Downloading,
            _ => OtherCommand,
        };
    }
}
