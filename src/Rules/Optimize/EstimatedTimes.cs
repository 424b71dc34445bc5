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
                ? ScriptUse.OfStage(plan.Model.Stages[index]).Where(script => script.Instruction == run).Select(Script).DefaultIfEmpty(OtherCommand).Max()
                : OtherCommand,
            AddInstruction when step.Key.Inputs.Any(input => input.Kind == KeyInputKind.Remote) => Downloading,
            FileTransferInstruction => Copying,
            _ => Directory,
        };
        return new StepTime(seconds, true);
    }

    private static double Script(ScriptUse script) => script.Commands.Select(Command).DefaultIfEmpty(OtherCommand).Max();

    private static double Command(CommandUse use)
    {
        var install = InstallReader.Read(use);
        return install is { IsImplied: true } || s_compilers.Contains(use.Command.Name) || (use.Command.Name is "npm" or "yarn" or "pnpm" or "bun" && use.Arguments is ["run" or "build", ..]) ? Compiling
            : install is not null || (use.Command.Name is "pip" or "pip3" or "gem" or "conda" && use.Arguments.Contains("install")) ? Dependencies
            : PackageCommand.Read(use) is { Action: PackageAction.Install } ? SystemPackages
            : use.Command.Name is "curl" or "wget" || (use.Command.Name == "git" && use.Arguments is ["clone" or "fetch", ..]) ? Downloading
            : OtherCommand;
    }
}
