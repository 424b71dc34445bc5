using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>Fixes that clean up behind a package manager at the end of a script.</summary>
internal static class CacheCleanup
{
    private static readonly string[] s_wrappers = ["sudo", "su", "doas", "gosu", "su-exec", "runuser", "chroot"];

    /// <summary>
    /// Runs a command as root at the end of the script; nothing where another user runs it.
    /// </summary>
    internal static IReadOnlyList<Fix> AsRoot(ScriptUse script, string command, Applicability applicability) =>
        IsRoot(script) ? ScriptEdits.Append(script, command, applicability) : [];

    /// <summary>
    /// How bold it is to take away what a script leaves and nothing fetches again by itself: safe only where everything behind the script
    /// can be seen not to need it. A trigger runs in a build nobody knows.
    /// </summary>
    internal static Applicability Applicability(ScriptUse script, RuleContext context) =>
        script.IsTrigger || context.Get<LeftFiles>().IsFollowedByUnknown(script) ? Linting.Applicability.Unsafe : Linting.Applicability.Safe;

    private static bool IsRoot(ScriptUse script) => (!script.Before.HasUser || script.Before.User?.Split(':')[0] is "root" or "0")
        && !script.Commands.Any(use => use.Command.Name is { } name && s_wrappers.Contains(name));
}
