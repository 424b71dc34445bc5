using Dockerlint.Commands;
using Dockerlint.Rules;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Optimizer;

/// <summary>
/// What RUN steps read and write, where all their commands are known: system packages, folders and accounts. Any other command is
/// taken to read and write everything.
/// </summary>
internal static class KnownStep
{
    // What packages may bring files into. Below some of these, projects have their folders.
    private static readonly string[] s_system = ["/bin", "/boot", "/dev", "/etc", "/lib", "/lib32", "/lib64", "/proc", "/root", "/run",
        "/sbin", "/sys", "/tmp", "/usr", "/var", "/opt"];
    private static readonly string[] s_projects =
        ["/usr/src", "/usr/local/src", "/usr/app", "/var/www", "/var/task", "/var/app", "/opt/app"];

    /// <summary>The commands of a RUN all of which are known and have no redirection into a file; null for any other.</summary>
    internal static IReadOnlyList<InvocationUse>? Commands(BuildModel model, RunInstruction run) =>
        run.Flags.All(flag => flag is { Name: "mount", Value: { } mount } && mount.Contains("type=cache", StringComparison.Ordinal))
            && All(model, run) is { } commands && commands.All(IsKnown) ? commands : null;

    /// <summary>Whether such commands neither read nor write what lies below a folder.</summary>
    internal static bool LeaveAlone(IReadOnlyList<InvocationUse> commands, string? folder)
    {
        if (folder is null || !folder.StartsWith('/') || folder == "/")
        {
            return false;
        }

        var isProject = s_projects.Any(place => BuildPath.Below(place, folder) is not null);
        if (!isProject && s_system.Any(place => BuildPath.Below(place, folder) is not null))
        {
            return false;
        }

        // Words that are paths: what is named must lie elsewhere, and what is relative lies nobody knows where.
        return commands.All(use => use.Invocation.Arguments.ToArray().All(word => IsElsewhere(use.Invocation, word.Text, folder)));
    }

    /// <summary>Whether a RUN does not look at an environment variable of that name, as far as it is known what its commands do.</summary>
    internal static bool IgnoresVariable(BuildModel model, RunInstruction run, string name) =>
        !run.Source.Slice(run.Span).Contains(name, StringComparison.Ordinal)
        && All(model, run) is { } commands
        && commands.All(use => IsKnown(use) || use.Invocation.Tool == ShellTools.Cd || InstallReader.Read(use) is { IsImplied: false });

    private static IReadOnlyList<InvocationUse>? All(BuildModel model, RunInstruction run) =>
        (run.Command is JsonArraySyntax || model.ScriptsOf(run).Count() == 1) && model.InvocationsOf(run)
            .ToList() is { Count: > 0 } commands ? commands : null;

    private static bool IsElsewhere(Invocation call, string word, string folder) => word.StartsWith('-')
        || !(word.Contains('/', StringComparison.Ordinal) || call.Does(EffectKind.Writes) || call.Does(EffectKind.Deletes))
        || (word.StartsWith('/') && BuildPath.Combine("/", word) is { } path && BuildPath.Below(folder, path) is null
            && BuildPath.Below(path, folder) is null);

    private static bool IsKnown(InvocationUse use)
    {
        var call = use.Invocation;
        return NeutralCommand.Is(use) && call.Effects.All(effect => IsOfSystem(call, effect))
            && (call.Effects.Length > 0 || call.Tool is { HasAllEffects: true })
            && call.Wrappers.All(wrapper => wrapper.Tool?.Runs is { IsTransparent: true })
            && call.Arguments.ToArray().All(word => word.Value is { } text && !text.Contains('*', StringComparison.Ordinal))
            && call.Redirects.All(redirect =>
                (redirect.Target.LiteralValue ?? use.Script?.Resolve(redirect.Target)) is "/dev/null" or "1" or "2");
    }

    private static bool IsOfSystem(Invocation call, Effect effect) => effect.Kind switch
    {
        EffectKind.Installs or EffectKind.Removes => effect.Spec.Packages == PackageKind.System,
        EffectKind.Fetches or EffectKind.Network or EffectKind.Asks or EffectKind.RefreshesIndex => true,
        EffectKind.CleansCache or EffectKind.CreatesUser or EffectKind.CreatesGroup or EffectKind.Deletes => true,
        EffectKind.Writes => call.Tool == FileTools.Mkdir,

        // What it prints is made of its words alone.
        EffectKind.Prints => call is { OnlyTells: true, Repeats: Repeatability.Same } && !call.Does(EffectKind.Reads),
        _ => false,
    };
}
