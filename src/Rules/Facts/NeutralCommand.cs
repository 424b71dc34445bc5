using Dockerlint.Commands;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>Commands that need no file of the build context: system packages, tools, settings, cleaning up.</summary>
internal static class NeutralCommand
{
    private static readonly string[] s_outside = ["/root/", "/var/", "/tmp/", "/usr/", "/etc/", "~/"];

    /// <summary>Whether a command needs no file of the build context, as far as its words tell.</summary>
    internal static bool Is(InvocationUse use)
    {
        var call = use.Invocation;
        if (call.Tool is not { } tool || !WritesOutside(use))
        {
            return false;
        }

        // The commands of a script in a word count by themselves.
        return tool == ShellTools.Sh ? call.ScriptWord is { IsOpen: false }
            : tool == ShellTools.Cd || tool == ShellTools.Export
            || ((tool.HasAllEffects || !call.Effects.IsEmpty) && call.Effects.All(effect => IsNeutral(call, effect)) && HasPurpose(call));
    }

    /// <summary>Whether a path lies where no project has its files.</summary>
    private static bool IsOutside(string path) => Array.Exists(s_outside, place => path.StartsWith(place, StringComparison.Ordinal));

    private static bool IsNeutral(Invocation call, Effect effect) => effect.Kind switch
    {
        EffectKind.Installs or EffectKind.Removes =>
            effect.Manifests.IsEmpty && (effect.Spec.Manifests.IsEmpty || call.Has(OptionRole.Global)) && call.Operands.All(IsNoFile)
            && (effect.Spec.Packages is PackageKind.System or PackageKind.Ruby || !call.IsOpen),
        EffectKind.Fetches or EffectKind.Network or EffectKind.Asks or EffectKind.RefreshesIndex or EffectKind.CleansCache => true,
        EffectKind.CreatesUser or EffectKind.CreatesGroup or EffectKind.ChangesUser or EffectKind.Prints or EffectKind.ChangesFolder =>
            true,
        EffectKind.SetsConfig => call.Cost == CostClass.Trivial,
        EffectKind.Writes when call.Tool == FileTools.Mkdir => effect.Targets.All(target => target.Value is ['/', ..]),
        EffectKind.Reads or EffectKind.Writes or EffectKind.Deletes =>
            effect.Targets.All(target => target.Value is { } path && IsOutside(path)) && effect.Spec.Paths.All(IsOutside),
        _ => false,
    };

    // What is fetched without being installed becomes a file that may lie anywhere.
    private static bool HasPurpose(Invocation call) => !call.Effects.Any(effect => effect.Kind == EffectKind.Fetches)
        || call.Effects.Any(effect => effect.Kind is EffectKind.Installs or EffectKind.RefreshesIndex);

    private static bool IsNoFile(CommandWord word) =>
        word.Text is not ("." or "*") && !word.Text.StartsWith("./", StringComparison.Ordinal);

    // What it prints must not go into a file that a copy brings as well.
    private static bool WritesOutside(InvocationUse use) => use.Invocation.Redirects.All(redirect => redirect.Operator.Text.EndsWith('&')
        || ((redirect.Target.LiteralValue ?? use.Script?.Resolve(redirect.Target)) is { } path
            && (path == "/dev/null" || IsOutside(path))));
}
