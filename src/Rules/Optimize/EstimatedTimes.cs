using Dockerlint.Cache;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

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

    private static readonly string[] s_compilers = ["make", "cmake", "ninja", "bazel", "gcc", "g++", "cc", "clang", "rustc", "javac", "tsc", "webpack", "vite", "meson"];

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
                ? Run(plan.Model.Stages[index], run)
                : OtherCommand,
            AddInstruction when step.Key.Inputs.Any(input => input.Kind == KeyInputKind.Remote) => Downloading,
            FileTransferInstruction => Copying,
            _ => Directory,
        };
        return new StepTime(seconds, true);
    }

    /// <summary>The tools whose dependencies are installed by the steps of a stage above a RUN.</summary>
    internal static HashSet<string> InstalledBefore(Stage stage, RunInstruction run) =>
    [
        .. ScriptUse.OfStage(stage).TakeWhile(script => script.Instruction != run).SelectMany(script => script.Commands)
            .Select(InstallReader.Read).OfType<DependencyInstall>().Select(install => install.Ecosystem),
    ];

    private static double Run(Stage stage, RunInstruction run)
    {
        var installed = InstalledBefore(stage, run);
        return ScriptUse.OfStage(stage).Where(script => script.Instruction == run).SelectMany(script => script.Commands)
            .Select(use => Command(use, installed)).DefaultIfEmpty(OtherCommand).Max();
    }

    // A compiler that finds its dependencies fetched already does the rest only.
    private static double Command(CommandUse use, HashSet<string> installed)
    {
        if (InstallReader.Read(use) is { } install)
        {
            var isThere = installed.Contains(install.Ecosystem);
            return install.IsImplied ? Compiling + (isThere ? 0 : Dependencies) : isThere ? OtherCommand : Dependencies;
        }

        return s_compilers.Contains(use.Command.Name) || (use.Command.Name is "npm" or "yarn" or "pnpm" or "bun" && use.Arguments is ["run" or "build", ..]) ? Compiling
            : use.Command.Name is "pip" or "pip3" or "gem" or "conda" && use.Arguments.Contains("install") ? Dependencies
            : PackageCommand.Read(use) is { Action: PackageAction.Install } ? SystemPackages
            : use.Command.Name is "curl" or "wget" || (use.Command.Name == "git" && use.Arguments is ["clone" or "fetch", ..]) ? Downloading
            : OtherCommand;
    }
}
