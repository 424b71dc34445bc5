using System.Collections.Immutable;
using Dockerlint.Semantics;
using Dockerlint.Semantics.Context;
using Dockerlint.Syntax;

namespace Dockerlint.Cache;

// The key of a RUN (dockerfile2llb's dispatchRun and solver/llbsolver/ops/exec.go; the classic builder's dispatchers).
internal sealed partial class LayerPlanBuilder
{
    private void AddRun(RunInstruction run, bool isTrigger)
    {
        if (!IsNeeded)
        {
            Add(run, StepKind.Skipped, isTrigger: isTrigger);
            return;
        }

        var mounts = run.Mounts;
        var effect = EffectOf(run);
        var inputs = new List<KeyInput>
        {
            new(KeyInputKind.Instruction, "RUN", ""),
            new(KeyInputKind.Command, "", string.Join('\0', RunArgv(run))) { Line = _state.ShellLine },
        };
        if (IsClassic)
        {
            AddClassicArguments(inputs);
            Add(run, StepKind.Cached, new CacheKey(inputs), isTrigger, failure: ClassicRunFailure(run), effect: effect);
            return;
        }

        inputs.AddRange(_state.Variables.Select(variable => new KeyInput(
            variable.IsArgument ? KeyInputKind.Argument : KeyInputKind.Environment, variable.Name, variable.Value)
        {
            Line = variable.Line,
        }));
        inputs.Add(new KeyInput(KeyInputKind.User, "", _state.User) { Line = _state.UserLine });
        inputs.Add(new KeyInput(KeyInputKind.WorkingDirectory, "", _state.WorkingDirectory) { Line = _state.WorkingDirectoryLine });
        AddRunOptions(run, inputs);
        var stageFiles = new List<StageFileUse>();
        string? failure = null;
        foreach (var (mount, target) in mounts.Select(mount => (mount, MountTarget(mount))).OrderBy(pair => pair.Item2, StringComparer.Ordinal))
        {
            failure = AddMount(mount, target, inputs, stageFiles) ?? failure;
        }

        Add(run, StepKind.Cached, new CacheKey(inputs), isTrigger, stageFiles, failure: failure, effect: effect);
    }

    private IReadOnlyList<string> RunArgv(RunInstruction run)
    {
        if (run.Heredocs.Count == 0 || run.Command is not ShellFormSyntax form || IsClassic)
        {
            return Argv(run, _state);
        }

        if (run.Heredocs is [var only] && only.MarkerSpan == form.Span)
        {
            // The body alone is the script; behind #! it becomes a file of the delimiter's name that is mounted and run.
            var body = Body(only, only.Content);
            return body.StartsWith("#!", StringComparison.Ordinal) ? [.. _state.Shell, "/dev/pipes/" + only.Name, body] : [.. _state.Shell, body];
        }

        return [.. _state.Shell, form.GetText().Text + string.Concat(run.Heredocs.Select(heredoc => "\n" + heredoc.Content + heredoc.Name))];
    }

    private static string Body(HeredocSyntax heredoc, string content) => heredoc.StripsTabs
        ? string.Concat(content.Split('\n').Select((line, i) => (i > 0 ? "\n" : "") + line.TrimStart('\t')))
        : content;

    private StepEffect.Run EffectOf(RunInstruction run)
    {
        var environment = EffectEnvironment();
        foreach (var secret in run.Mounts.Select(mount => In(mount, "env")).OfType<string>())
        {
            environment.Remove(secret);
        }

        // BuildKit takes the directories it made for mounts away again.
        var targets = run.Mounts.Select(MountTarget).Where(target => target.Length > 0).Select(ContextPath.FromRoot).ToList();
        return new StepEffect.Run(run, environment, _state.User, _state.WorkingDirectory, targets, !PosixShell.IsPlain(_state.Shell));
    }

    private Dictionary<string, string> EffectEnvironment()
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var variable in (IEnumerable<KeyVariable>)[.. _state.Arguments.Values, .. _state.Variables])
        {
            environment[variable.Name] = variable.Value;
        }

        return environment;
    }

    // The classic builder puts the build arguments in force before the command; proxies that no ARG declares only say that there are some.
    private void AddClassicArguments(List<KeyInput> inputs)
    {
        var inForce = _state.Arguments.Values.Where(argument => _state.Variables.TrueForAll(variable => variable.Name != argument.Name)).ToList();
        if (inForce.Count > 0 || s_proxies.Any(_settings.BuildArguments.ContainsKey))
        {
            inputs.Add(new KeyInput(KeyInputKind.Option, "build arguments", ""));
        }

        inputs.AddRange(inForce.Select(argument => new KeyInput(KeyInputKind.Argument, argument.Name, argument.Value) { Line = argument.Line }));
    }

    private static string? ClassicRunFailure(RunInstruction run) => run.Heredocs.Count > 0 ? "the classic builder knows no heredocs"
        : run.Flags.Count > 0 ? $"the classic builder knows no --{run.Flags[0].Name}"
        : null;

    private void AddRunOptions(RunInstruction run, List<KeyInput> inputs)
    {
        var network = FlagText(run, "network") ?? _settings.Network;
        void Option(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                inputs.Add(new KeyInput(KeyInputKind.Option, name, value));
            }
        }

        Option("network", network == "default" ? null : network);
        Option("security", FlagText(run, "security") is { } security && security != "sandbox" ? security : null);
        Option("device", string.Join(' ', run.Flags.Where(flag => flag.Name == "device").Select(flag => flag.Value)));
        Option("add-host", string.Join(' ', _settings.ExtraHosts.Select(host => host.Split(':', '=')[0])));
        Option("ulimit", string.Join(' ', _settings.Ulimits));
        Option("shm-size", _settings.SharedMemory);
        Option("platform", _settings.Platform == DefaultPlatform ? null : _settings.Platform);
    }

    private string? FlagText(InstructionSyntax instruction, string name) => instruction.Flag(name) is { } flag
        ? flag.ExpandedWord is { } word ? Expand(word) : flag.Value ?? "true"
        : null;

    private string? In(MountSyntax mount, string field) => mount.Option(field) is { ValueWord: { } word } ? Expand(word) : mount.Value(field);

    private MountType? TypeOf(MountSyntax mount) => In(mount, "type") is { } type ? MountSyntax.TypeOf(type) : MountType.Bind;

    private string MountTarget(MountSyntax mount)
    {
        var target = In(mount, "target") ?? (TypeOf(mount), mount.Value("env")) switch
        {
            (MountType.Secret, null) => "/run/secrets/" + ContextPath.Base(In(mount, "id") ?? ""),
            (MountType.Ssh, _) => "/run/buildkit/ssh_agent",
            _ => "",
        };
        return target.StartsWith('/') || target.Length == 0 ? target : ContextPath.Clean(_state.WorkingDirectory + "/" + target);
    }

    private bool IsOn(MountSyntax mount, string field) =>
        mount.Option(field) is not null && In(mount, field) is null or "true" or "1" or "True" or "TRUE";

    // What the mount says of writing, or the default of its type.
    private bool IsReadOnly(MountSyntax mount) =>
        mount.Options.LastOrDefault(option => option.Name is "readonly" or "readwrite") is { } option
            ? option.Name == "readonly" == IsOn(mount, option.Name)
            : TypeOf(mount) is MountType.Bind or MountType.Secret or MountType.Ssh;

    // The operation knows a mount by type, target and options; what is mounted counts by its content. Null, or why the build fails.
    private string? AddMount(MountSyntax mount, string target, List<KeyInput> inputs, List<StageFileUse> stageFiles)
    {
        string Number(string field) => (In(mount, field) ?? "").TrimStart('0');
        var access = IsReadOnly(mount) ? "ro" : "rw";
        var type = TypeOf(mount);
        var described = type switch
        {
            MountType.Cache => $"cache {access} {CacheId(mount, target)} mode={Number("mode")} uid={In(mount, "uid")} gid={In(mount, "gid")}",
            MountType.Secret => $"secret id={In(mount, "id")} env={In(mount, "env")} required={IsOn(mount, "required")} mode={Number("mode")} uid={In(mount, "uid")} gid={In(mount, "gid")}",
            MountType.Ssh => $"ssh id={In(mount, "id")} required={IsOn(mount, "required")} mode={Number("mode")} uid={In(mount, "uid")} gid={In(mount, "gid")}",
            MountType.Tmpfs => $"tmpfs size={In(mount, "size")}",
            _ => $"bind {access}",
        };
        inputs.Add(new KeyInput(KeyInputKind.Mount, target, described));
        var from = mount.Value("from");
        if (type is not (MountType.Bind or MountType.Cache) || (type == MountType.Cache && from is null))
        {
            return null;
        }

        var source = In(mount, "source") ?? "/";
        if (from is not null)
        {
            AddStageInput(from, ContextPath.Clean("/" + source), isMount: true, inputs, stageFiles);
            return null;
        }

        if (ContextSelection.ForBuildKit(_build.Context, source, allowsPattern: false, IgnoreRules.None, namesParents: false) is not { } selection)
        {
            return $"`{source}` is not in the build context";
        }

        inputs.Add(FilesInput(source, selection));
        return null;
    }

    // A mount with another id or sharing than the default loses both: such mounts are alike (exec.go, checkShouldClearCacheOpts).
    private string CacheId(MountSyntax mount, string target) =>
        ContextPath.Clean(In(mount, "id") ?? target) == ContextPath.Clean(target) && (In(mount, "sharing") ?? "shared") == "shared" ? "default" : "custom";

    private static KeyInput FilesInput(string source, ContextSelection selection) =>
        new(KeyInputKind.Files, "", selection.Digest) { Files = selection.Files, IsUncertain = !selection.IsKnown, Shown = source };

    private void AddStageInput(string name, string path, bool isMount, List<KeyInput> inputs, List<StageFileUse> stageFiles)
    {
        var (input, use) = StageInput(name, path, isMount);
        inputs.Add(input);
        stageFiles.Add(use);
    }

    private (KeyInput Input, StageFileUse Use) StageInput(string name, string path, bool isMount)
    {
        // A number names a stage in COPY --from, and an image in a mount.
        var isNumber = name.Length > 0 && name.All(char.IsAsciiDigit);
        return (isMount && isNumber ? null : _model.FindStage(name)) is { } stage && stage.Index < _stage!.Index
            ? (new KeyInput(KeyInputKind.Stage, "", null) { Shown = name }, new StageFileUse(stage.Index, null, path, name, isMount))
            : (new KeyInput(KeyInputKind.Image, "", null) { Shown = name }, new StageFileUse(null, name, path, name, isMount));
    }
}
