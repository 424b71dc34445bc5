using Dockerlint.Semantics.Context;
using Dockerlint.Syntax;

namespace Dockerlint.Cache;

/// <summary>What the mounts of a RUN add to its key (solver/llbsolver/ops/exec.go).</summary>
internal sealed class MountKeys(KeyScope scope)
{
    /// <summary>The value of a field of a mount; null without.</summary>
    internal string? In(MountSyntax mount, string field) =>
        mount.Option(field) is { ValueWord: { } word } ? scope.Expand(word) : mount.Value(field);

    /// <summary>Where a mount goes; empty when that is not said.</summary>
    internal string Target(MountSyntax mount)
    {
        var target = In(mount, "target") ?? (TypeOf(mount), mount.Value("env")) switch
        {
            (MountType.Secret, null) => "/run/secrets/" + ContextPath.Base(In(mount, "id") ?? ""),
            (MountType.Ssh, _) => "/run/buildkit/ssh_agent",
            _ => "",
        };
        return target.StartsWith('/') || target.Length == 0 ? target : ContextPath.Clean(scope.State.WorkingDirectory + "/" + target);
    }

    /// <summary>
    /// Adds what counts of a mount: the operation knows it by type, target and options; what is mounted counts by its content. Null, or why
    /// the build fails.
    /// </summary>
    internal string? Add(MountSyntax mount, string target, List<KeyInput> inputs, List<StageFileUse> stageFiles)
    {
        string Number(string field) => (In(mount, field) ?? "").TrimStart('0');
        var access = IsReadOnly(mount) ? "ro" : "rw";
        var type = TypeOf(mount);
        var described = type switch
        {
            MountType.Cache => $"cache {access} {CacheId(mount, target)} mode={Number("mode")} uid={In(mount, "uid")} "
                + $"gid={In(mount, "gid")}",
            MountType.Secret => $"secret id={In(mount, "id")} env={In(mount, "env")} required={IsOn(mount, "required")} "
                + $"mode={Number("mode")} uid={In(mount, "uid")} gid={In(mount, "gid")}",
            MountType.Ssh => $"ssh id={In(mount, "id")} required={IsOn(mount, "required")} mode={Number("mode")} uid={In(mount, "uid")} "
                + $"gid={In(mount, "gid")}",
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
            scope.AddStageInput(from, ContextPath.Clean("/" + source), isMount: true, inputs, stageFiles);
            return null;
        }

        if (ContextSelection.ForBuildKit(
            scope.Build.Context, source, allowsPattern: false, IgnoreRules.None, namesParents: false) is not { } selection)
        {
            return $"`{source}` is not in the build context";
        }

        inputs.Add(KeyScope.FilesInput(source, selection));
        return null;
    }

    private MountType? TypeOf(MountSyntax mount) => In(mount, "type") is { } type ? MountSyntax.TypeOf(type) : MountType.Bind;

    private bool IsOn(MountSyntax mount, string field) =>
        mount.Option(field) is not null && In(mount, field) is null or "true" or "1" or "True" or "TRUE";

    // What the mount says of writing, or the default of its type.
    private bool IsReadOnly(MountSyntax mount) =>
        mount.Options.LastOrDefault(option => option.Name is "readonly" or "readwrite") is { } option
            ? option.Name == "readonly" == IsOn(mount, option.Name)
            : TypeOf(mount) is MountType.Bind or MountType.Secret or MountType.Ssh;

    // A mount with another id or sharing than the default loses both: such mounts are alike (exec.go, checkShouldClearCacheOpts).
    // The default's keeps its namespace.
    private string CacheId(MountSyntax mount, string target) =>
        ContextPath.Clean(In(mount, "id") ?? target) == ContextPath.Clean(target) && (In(mount, "sharing") ?? "shared") == "shared"
            ? "default" + scope.Settings.BuildArguments.GetValueOrDefault("BUILDKIT_CACHE_MOUNT_NS") : "custom";
}
