using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>Questions about what stands around a command or a script.</summary>
internal static class ScriptContext
{
    /// <summary>Whether the layers of the script's stage reach an image the file is for; those of a trigger reach images built from it.</summary>
    internal static bool IsShipped(this RuleContext context, ScriptUse script) => script.IsTrigger || context.Model.IsShipped(script.Stage);

    /// <summary>
    /// Whether a command before the end of the script, which is no package manager, or a file that the Dockerfile writes before it,
    /// holds the text: that is how configuration files come to be.
    /// </summary>
    internal static bool IsMentioned(this RuleContext context, ScriptUse script, string text) =>
        context.Get<Mentions>().UpTo(script, text);

    /// <summary>Whether the program reads from a pipe that the named command writes into.</summary>
    internal static bool IsFedBy(this RuleContext context, ProgramUse use, string name) => context.Get<ProgramOrder>().IsFedBy(use, name);

    /// <summary>Whether a program of the script that comes behind another does the thing; the function must not capture anything.</summary>
    internal static bool IsFollowedBy(this RuleContext context, ProgramUse use, Func<ProgramUse, bool> does) => context.Get<ProgramOrder>().IsFollowedBy(use, does);

    /// <summary>Whether the program removes something in or around one of the folders: rm, or find with -delete.</summary>
    internal static bool Removes(this ProgramUse use, params string[] folders) => use.Name is "rm" or "find"
        && use.Arguments.Any(argument => argument.Value is not { } path
            || folders.Any(folder => path.Contains(folder, StringComparison.Ordinal) || IsAround(path, folder)));

    private static bool IsAround(string path, string folder)
    {
        var parent = path.EndsWith("/*", StringComparison.Ordinal) ? path[..^1] : path.EndsWith('/') ? path : path + "/";
        return parent.Length > 1 && path.StartsWith('/') && folder.StartsWith(parent, StringComparison.Ordinal);
    }
}
