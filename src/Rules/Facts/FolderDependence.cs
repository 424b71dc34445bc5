using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>
/// What depends on the working folder that is in force behind an instruction: a fix that changes the folder must leave all of it as
/// it is. What cannot be read depends on it.
/// </summary>
internal sealed class FolderDependence : IFact<FolderDependence>
{
    private readonly HashSet<InstructionSyntax> _isNeededBehind = [];
    private readonly HashSet<InstructionSyntax> _isFixedBefore = [];
    private readonly HashSet<InstructionSyntax> _repeatsChange = [];
    private readonly BuildModel _model;

    private FolderDependence(BuildModel model)
    {
        _model = model;
        var isFixed = new Dictionary<Stage, bool>();
        var leaves = new HashSet<Stage>();
        foreach (var stage in model.Stages)
        {
            if (stage.Steps.Any(IsLeft) || (stage.Base.Stage is { } start && leaves.Contains(start)))
            {
                leaves.Add(stage);
            }

            isFixed[stage] = NoteFixed(stage, stage.Base.Stage is { } below && isFixed[below]);
        }

        // Whatever starts from a stage stands behind it.
        var startsAbove = new HashSet<Stage>();
        foreach (var stage in model.Stages.Reverse())
        {
            // Commands of the container start in the last folder, wherever in the stage they stand; triggers fire behind everything.
            var isNeeded = startsAbove.Contains(stage) || leaves.Contains(stage);
            foreach (var step in stage.Steps.Reverse())
            {
                if (isNeeded)
                {
                    _isNeededBehind.Add(step.Action);
                }

                isNeeded = !IsAbsoluteWorkdir(step) && (isNeeded || Depends(step, model));
            }

            if (isNeeded && stage.Base.Stage is { } below)
            {
                startsAbove.Add(below);
            }
        }
    }

    /// <inheritdoc/>
    public static FolderDependence Compute(FileFacts file) => new(file.Model);

    /// <summary>
    /// Whether something behind an instruction, or in a stage or image built on its own, depends on the folder that is in force there.
    /// </summary>
    internal bool IsNeededBehind(InstructionSyntax instruction) => _isNeededBehind.Contains(instruction);

    /// <summary>Whether a RUN depends on the folder it starts in: it may read or write there.</summary>
    internal bool IsNeededBy(RunInstruction run) => Depends(run, _model);

    /// <summary>
    /// The folder that is in force before a step as a WORKDIR can put it back: known, and the same whatever the arguments of the build are;
    /// null when it is not.
    /// </summary>
    internal string? FixedBefore(InstructionSyntax instruction, InstructionState before) =>
        _isFixedBefore.Contains(instruction) && before.Workdir is { } folder && IsPlain(folder) ? folder : null;

    /// <summary>
    /// Whether a RUN begins with a change to the folder that one before it has changed to, with nothing between that depends on the folder.
    /// </summary>
    internal bool RepeatsChange(RunInstruction run) => _repeatsChange.Contains(run);

    /// <summary>Whether a mount of a RUN goes to a relative path.</summary>
    internal static bool HasRelativeMount(RunInstruction run) =>
        run.Mounts.Any(mount => mount.Value("target") is { } target && !target.StartsWith('/'));

    /// <summary>Whether a path can stand in an instruction as it is.</summary>
    internal static bool IsPlain(string path) =>
        path.Length > 0 && path.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '_' or '-' or '+' or '@' or '%');

    private bool NoteFixed(Stage stage, bool isFixed)
    {
        string? changed = null;
        foreach (var step in stage.Steps)
        {
            var change = step.Instruction is RunInstruction run && _model.ScriptsOf(run).FirstOrDefault() is { } script
                ? ChangeAtStart(script) : null;
            if (change is not null && change == changed)
            {
                _repeatsChange.Add(step.Instruction);
            }

            changed = change ?? (step.Instruction is WorkdirInstruction || Depends(step, _model) ? null : changed);
            if (isFixed)
            {
                _isFixedBefore.Add(step.Action);
            }

            if (step.Instruction is WorkdirInstruction { Argument: var argument })
            {
                isFixed = argument.LiteralValue is { } path && IsPlain(path) && (isFixed || path.StartsWith('/'));
            }
        }

        return isFixed;
    }

    private static bool IsAbsoluteWorkdir(StageStep step) => step.Instruction is WorkdirInstruction { Argument: var argument }
        && WordExpander.Expand(argument, step.Before.Variables.Lookup) is ['/', ..];

    private static bool Depends(RunInstruction run, BuildModel model)
    {
        if (HasRelativeMount(run) || model.ScriptsOf(run).ToList() is not [{ } script])
        {
            return true;
        }

        // A script that begins with cd to an absolute folder brings its own.
        return ChangeAtStart(script) is null && !IsIndifferent(script);
    }

    private static string? ChangeAtStart(ScriptUse script) =>
        script.Script.Commands is [
            {
                List:
                {
                    Pipelines: [
                    { IsNegated: false, Commands: [SimpleCommand { Name: "cd", Words: [_, { LiteralValue: ['/', ..] path }] }] }, ..]
                } list
            }]
            && list.Operators.All(op => op.Text == "&&") ? path.TrimEnd('/') : null;

    private static bool Depends(StageStep step, BuildModel model) => step.Instruction switch
    {
        WorkdirInstruction => true,
        RunInstruction run => Depends(run, model),
        FileTransferInstruction transfer => TransferPaths.Destination(transfer, step.Before.Variables) is not ['/', ..],
        VolumeInstruction volume => volume.Arguments.Any(path => !path.StartsWith('/')),
        MalformedInstruction or UnknownInstruction => true,
        _ => false,
    };

    private static bool IsLeft(StageStep step) =>
        step.Instruction is CmdInstruction or EntrypointInstruction or HealthcheckInstruction { IsNone: false }
        || (step.Instruction is OnbuildInstruction && MayDepend(step.Action));

    private static bool MayDepend(InstructionSyntax trigger) =>
        trigger is not (EnvInstruction or ArgInstruction or LabelInstruction or ExposeInstruction or UserInstruction
        or ShellInstruction or StopsignalInstruction);

    private static bool IsIndifferent(ScriptUse script) => script.Invocations.All(IsIndifferent)
        && script.Nodes.All(node => node is not FunctionDefinition && (node is not Redirect redirect || (redirect.Heredoc is null
            && (script.Resolve(redirect.Target) is ['/', ..] or ['0' or '1' or '2'] || redirect.Operator.Text.EndsWith('&')))));

    // Whether it does the same in any folder: what it reads and writes is named by absolute paths, or it is about the system.
    private static bool IsIndifferent(Invocation command)
    {
        if (command.IsOpen || command.Tool is not { RunsText: null } tool || (command.Effects.IsEmpty && command.Cost != CostClass.Trivial))
        {
            return false;
        }

        var (isOfSystem, needsNetwork, isAboutFiles) = (tool == SystemTools.Alternatives || tool == AptTools.DpkgReconfigure, false, false);
        foreach (var effect in command.Effects)
        {
            switch (effect.Kind)
            {
                case EffectKind.Installs or EffectKind.Removes when effect.Spec.Packages == PackageKind.System:
                case EffectKind.RefreshesIndex or EffectKind.CreatesUser or EffectKind.CreatesGroup or EffectKind.ChangesUser:
                    isOfSystem = true;
                    break;
                case EffectKind.Fetches or EffectKind.Network:
                    needsNetwork = true;
                    break;
                case EffectKind.Prints or EffectKind.Asks or EffectKind.CleansCache:
                case EffectKind.SetsConfig when isOfSystem:
                    break;
                case EffectKind.Reads or EffectKind.Writes or EffectKind.Deletes or EffectKind.ChangesMode or EffectKind.ChangesOwner
                    or EffectKind.Tests:
                    isAboutFiles |= !effect.Targets.IsEmpty || effect.Spec.Paths.IsEmpty
                        || !effect.Spec.Paths.All(path => path.StartsWith('/'));
                    break;
                default:
                    return false;
            }
        }

        return (isOfSystem || !needsNetwork) && (tool.PassesText && !isAboutFiles || HasNoRelativePath(command, isAboutFiles));
    }

    private static bool HasNoRelativePath(Invocation command, bool isAboutFiles)
    {
        foreach (var word in command.Arguments)
        {
            var isFine = isAboutFiles
                ? word.Text is ['/' or '-' or '+', ..] or "]" || IsMode(word.Text)
                : word.Text is not ['.', ..] && (word.Text is ['/' or '-', ..] || !IsFile(word.Text));
            if (!isFine || !word.IsKnown)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsFile(string word) => word.EndsWith(".deb", StringComparison.Ordinal)
        || word.EndsWith(".rpm", StringComparison.Ordinal) || word.EndsWith(".apk", StringComparison.Ordinal)
        || word.Contains("./", StringComparison.Ordinal);

    // The owner or mode that chown and chmod take first.
    private static bool IsMode(string? word) =>
        word is { Length: > 0 } && (word.Contains(':', StringComparison.Ordinal) || word.All(c => char.IsAsciiDigit(c)));
}
