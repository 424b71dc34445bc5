using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>Questions about a command of a RUN and what stands around it.</summary>
internal static class CommandContext
{
    /// <summary>The instruction of a command that a build runs.</summary>
    internal static RunInstruction RunOf(this InvocationUse use) => (RunInstruction)use.Instruction;

    /// <summary>
    /// Whether the layers of the command's stage reach an image the file is for; those of a trigger reach images built from it.
    /// </summary>
    internal static bool IsShipped(this RuleContext context, InvocationUse use) => use.IsTrigger || context.Model.IsShipped(use.Stage);

    /// <summary>
    /// Whether a command up to the end of the RUN, which is no package manager, or a file that the Dockerfile writes before it,
    /// holds the text: that is how configuration files come to be.
    /// </summary>
    internal static bool IsMentioned(this RuleContext context, InvocationUse use, string text) => context.Get<Mentions>().UpTo(use, text);

    /// <summary>Whether the command reads from a pipe that the tool writes into.</summary>
    internal static bool IsFedBy(this RuleContext context, InvocationUse use, ToolSpec tool) =>
        context.Get<CommandOrder>().IsFedBy(use, tool);

    /// <summary>Whether a command of the RUN that comes behind another does the thing; the function must not capture anything.</summary>
    internal static bool IsFollowedBy(this RuleContext context, InvocationUse use, Func<InvocationUse, bool> does) =>
        context.Get<CommandOrder>().IsFollowedBy(use, does);

    /// <summary>Whether no command of the RUN before this one does the same thing; the function must not capture anything.</summary>
    internal static bool IsFirst(this RuleContext context, InvocationUse use, Func<InvocationUse, bool> does) =>
        context.Get<CommandOrder>().IsFirst(use, does);

    /// <summary>Whether no command of the RUN behind this one does the same thing; the function must not capture anything.</summary>
    internal static bool IsLast(this RuleContext context, InvocationUse use, Func<InvocationUse, bool> does) =>
        context.Get<CommandOrder>().IsLast(use, does);

    /// <summary>Whether the manual says that it does something of that kind when told so, whatever options say.</summary>
    internal static bool IsToldTo(this Invocation command, EffectKind kind)
    {
        foreach (var effect in command.Verb?.Effects ?? [])
        {
            if (effect.Kind == kind)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word may be an option that nobody sees: nothing at all is known of it.</summary>
    internal static bool MayHoldOption(this Invocation command)
    {
        if (!command.IsOpen)
        {
            return false;
        }

        foreach (var word in command.Arguments)
        {
            if (word.Text.AsSpan().IndexOfAnyExcept(CommandWord.UnknownText) < 0 && word.Text.Length > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a command installs packages of the distribution, whatever manager it is.</summary>
    internal static bool InstallsSystemPackages(this Invocation command) =>
        command.Find(EffectKind.Installs) is { Spec.Packages: PackageKind.System };

    /// <summary>The packages that a command installs by name; empty without.</summary>
    internal static IEnumerable<PackageRequest> PackagesOf(this Invocation command, PackageKind kind)
    {
        foreach (var effect in command.Effects)
        {
            if (effect.Kind == EffectKind.Installs && effect.Spec.Packages == kind)
            {
                foreach (var package in effect.Packages)
                {
                    yield return package;
                }
            }
        }
    }

    /// <summary>Whether a command removes something in or around one of the folders, as far as its words are known.</summary>
    internal static bool MayRemove(this InvocationUse use, params ReadOnlySpan<string> folders)
    {
        foreach (var effect in use.Invocation.Effects)
        {
            if (effect.Kind != EffectKind.Deletes)
            {
                continue;
            }

            foreach (var target in effect.Targets)
            {
                if (target.IsOpen || IsIn(target.Text, folders)
                    || (target.Text is [not ('/' or '~'), ..] && IsInFolder(use, target.Text, folders)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // What it takes away in a folder that nobody knows may be anything, if it takes all.
    private static bool IsInFolder(InvocationUse use, string path, ReadOnlySpan<string> folders) => use.Folder is { } start
        ? BuildPath.Combine(start, path) is { } place && IsIn(place, folders)
        : use.Invocation.Folder is null && path is "*" or "./*" or "." or "./";

    private static bool IsIn(string path, ReadOnlySpan<string> folders)
    {
        var unknown = path.IndexOf(CommandWord.UnknownText, StringComparison.Ordinal);
        foreach (var folder in folders)
        {
            if (path.Contains(folder, StringComparison.Ordinal) || IsAround(path, folder)
                || (unknown > 1 && folder.AsSpan().StartsWith(path.AsSpan(0, unknown))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAround(string path, string folder)
    {
        var parent = path.EndsWith("/*", StringComparison.Ordinal) ? path[..^1] : path.EndsWith('/') ? path : path + "/";
        return parent.Length > 1 && path.StartsWith('/') && folder.StartsWith(parent, StringComparison.Ordinal);
    }
}
