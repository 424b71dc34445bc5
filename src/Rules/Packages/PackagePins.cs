using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>Reports packages that are installed without a version.</summary>
internal static class PackagePins
{
    private const int MostShown = 5;

    /// <summary>Reports the packages that have no version, at the first of them; what is not known is left alone.</summary>
    /// <param name="context">Where to report.</param>
    /// <param name="use">The command that installs.</param>
    /// <param name="kind">Whose packages are looked at.</param>
    /// <param name="isPinned">Whether a package of a registry has a version.</param>
    /// <param name="form">How a version is written.</param>
    internal static void Report(RuleContext context, InvocationUse use, PackageKind kind, Func<PackageRequest, bool> isPinned, string form)
    {
        List<CommandWord>? unpinned = null;
        foreach (var package in use.Invocation.PackagesOf(kind))
        {
            if (package is { Word: { IsKnown: true, Text.Length: > 0 }, Origin: not PackageOrigin.Path } && !isPinned(package))
            {
                (unpinned ??= []).Add(package.Word);
            }
        }

        Report(context, use, unpinned ?? [], form);
    }

    /// <summary>Reports words that name packages without versions, at the first of them.</summary>
    internal static void Report(RuleContext context, InvocationUse use, IReadOnlyList<CommandWord> unpinned, string form)
    {
        if (unpinned is [var first, ..])
        {
            var shown = string.Join(", ", unpinned.Take(MostShown).Select(package => package.Text));
            var more = unpinned.Count > MostShown ? $" and {unpinned.Count - MostShown} more" : "";
            context.Report(use.Invocation.ToSource(first), $"{use.Invocation.Name} installs {shown}{more} without a version: write {form}");
        }
    }
}
