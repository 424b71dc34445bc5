using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>Fixes that clean up behind a package manager at the end of a script.</summary>
internal static class CacheCleanup
{
    /// <summary>
    /// Runs a command as root at the end of the script that a command stands in; nothing where another user may run it, and none in the
    /// exec form.
    /// </summary>
    internal static IReadOnlyList<Fix> AsRoot(InvocationUse use, string command, Applicability applicability) =>
        use.Script is { } script && IsRoot(script) ? ScriptEdits.Append(script, command, applicability) : [];

    /// <summary>
    /// How bold it is to take away what a command leaves and nothing fetches again by itself: safe only where everything behind it
    /// can be seen not to need it. A trigger runs in a build nobody knows.
    /// </summary>
    internal static Applicability Applicability(InvocationUse use, RuleContext context) =>
        use.IsTrigger || context.Get<LeftFiles>().IsFollowedByUnknown(use) ? Linting.Applicability.Unsafe : Linting.Applicability.Safe;

    private static bool IsRoot(ScriptUse script) => (!script.Before.HasUser || script.Before.User?.Split(':')[0] is "root" or "0")
        && !script.Invocations.Any(SwitchesUser);

    private static bool SwitchesUser(Invocation command) =>
        command.Tool is { SwitchesUser: true } || command.Wrappers.Any(wrapper => wrapper.Tool is { SwitchesUser: true });
}
