using System.Collections.Immutable;
using Dockerlint.Semantics;
using Dockerlint.Semantics.Context;
using Dockerlint.Syntax;

namespace Dockerlint.Cache;

/// <summary>The key of a RUN (dockerfile2llb's dispatchRun and solver/llbsolver/ops/exec.go; the classic builder's dispatchers).</summary>
internal sealed class RunKeys(KeyScope scope)
{
    private readonly MountKeys _mounts = new(scope);

    // Predefined for every builder: in force without ARG, and then in no key.
    private static readonly string[] s_proxies =
        ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "FTP_PROXY", "ftp_proxy", "NO_PROXY", "no_proxy", "ALL_PROXY",
            "all_proxy"];

    /// <summary>What counts of a RUN.</summary>
    internal StepKey Of(RunInstruction run)
    {
        var mounts = run.Mounts;
        var effect = EffectOf(run);
        var inputs = new List<KeyInput>
        {
            new(KeyInputKind.Instruction, "RUN", ""),
            new(KeyInputKind.Command, "", string.Join('\0', RunArgv(run))) { Line = scope.State.ShellLine },
        };
        if (scope.IsClassic)
        {
            AddClassicArguments(inputs);
            return new StepKey(new CacheKey(inputs), [], effect) { Failure = ClassicRunFailure(run) };
        }

        inputs.AddRange(scope.State.Variables.Select(variable => new KeyInput(
            variable.IsArgument ? KeyInputKind.Argument : KeyInputKind.Environment, variable.Name, variable.Value)
        {
            Line = variable.Line,
        }));
        inputs.Add(new KeyInput(KeyInputKind.User, "", scope.State.User) { Line = scope.State.UserLine });
        inputs.Add(new KeyInput(
            KeyInputKind.WorkingDirectory, "", scope.State.WorkingDirectory)
        { Line = scope.State.WorkingDirectoryLine });
        AddRunOptions(run, inputs);
        var stageFiles = new List<StageFileUse>();
        string? failure = null;
        foreach (var (mount, target) in mounts.Select(mount => (mount, _mounts.Target(mount)))
            .OrderBy(pair => pair.Item2, StringComparer.Ordinal))
        {
            failure = _mounts.Add(mount, target, inputs, stageFiles) ?? failure;
        }

        return new StepKey(new CacheKey(inputs), stageFiles, effect) { Failure = failure };
    }

    private IReadOnlyList<string> RunArgv(RunInstruction run)
    {
        if (run.Heredocs.Count == 0 || run.Command is not ShellFormSyntax form || scope.IsClassic)
        {
            return KeyScope.Argv(run, scope.State);
        }

        if (run.Heredocs is [var only] && only.MarkerSpan == form.Span)
        {
            // The body alone is the script; behind #! it becomes a file of the delimiter's name that is mounted and run.
            var body = KeyScope.Body(only, only.Content);
            return body.StartsWith("#!", StringComparison.Ordinal) ? [.. scope.State.Shell, "/dev/pipes/" + only.Name, body]
                : [.. scope.State.Shell, body];
        }

        return [.. scope.State.Shell, form.GetText().Text
            + string.Concat(run.Heredocs.Select(heredoc => "\n" + heredoc.Content + heredoc.Name))];
    }

    private StepEffect.Run EffectOf(RunInstruction run)
    {
        var environment = EffectEnvironment();
        foreach (var secret in run.Mounts.Select(mount => _mounts.In(mount, "env")).OfType<string>())
        {
            environment.Remove(secret);
        }

        // BuildKit takes the directories it made for mounts away again.
        var targets = run.Mounts.Select(_mounts.Target).Where(target => target.Length > 0).Select(ContextPath.FromRoot).ToList();
        return new StepEffect.Run(
            run, environment, scope.State.User, scope.State.WorkingDirectory, targets, !PosixShell.IsPlain(scope.State.Shell));
    }

    private Dictionary<string, string> EffectEnvironment()
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var variable in (IEnumerable<KeyVariable>)[.. scope.State.Arguments.Values, .. scope.State.Variables])
        {
            environment[variable.Name] = variable.Value;
        }

        return environment;
    }

    // The classic builder puts the build arguments in force before the command; proxies that no ARG declares only say that there are some.
    private void AddClassicArguments(List<KeyInput> inputs)
    {
        var inForce = scope.State.Arguments.Values.Where(argument =>
            scope.State.Variables.TrueForAll(variable => variable.Name != argument.Name)).ToList();
        if (inForce.Count > 0 || s_proxies.Any(scope.Settings.BuildArguments.ContainsKey))
        {
            inputs.Add(new KeyInput(KeyInputKind.Option, "build arguments", ""));
        }

        inputs.AddRange(
            inForce.Select(argument => new KeyInput(KeyInputKind.Argument, argument.Name, argument.Value) { Line = argument.Line }));
    }

    private static string? ClassicRunFailure(RunInstruction run) => run.Heredocs.Count > 0 ? "the classic builder knows no heredocs"
        : run.Flags.Count > 0 ? $"the classic builder knows no --{run.Flags[0].Name}"
        : null;

    private void AddRunOptions(RunInstruction run, List<KeyInput> inputs)
    {
        var network = scope.FlagText(run, "network") ?? scope.Settings.Network;
        void Option(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                inputs.Add(new KeyInput(KeyInputKind.Option, name, value));
            }
        }

        Option("network", network == "default" ? null : network);
        Option("security", scope.FlagText(run, "security") is { } security && security != "sandbox" ? security : null);
        Option("device", string.Join(' ', run.Flags.Where(flag => flag.Name == "device").Select(flag => flag.Value)));
        Option("add-host", string.Join(' ', scope.Settings.ExtraHosts.Select(host => host.Split(':', '=')[0])));
        Option("ulimit", string.Join(' ', scope.Settings.Ulimits));
        Option("shm-size", scope.Settings.SharedMemory);
        Option("cgroup-parent", scope.Settings.CgroupParent);
        Option("platform", scope.State.Platform == TargetPlatform.Default ? null : scope.State.Platform.ToString());
        scope.AddArgument("BUILDKIT_SANDBOX_HOSTNAME", inputs);
    }
}
