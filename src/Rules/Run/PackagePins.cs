using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>Reports packages that are installed without a version.</summary>
internal static class PackagePins
{
    private const int MostShown = 5;

    /// <summary>Reports the packages that have no version, at the first of them; what is not known is left alone.</summary>
    /// <param name="context">Where to report.</param>
    /// <param name="use">The program that installs.</param>
    /// <param name="packages">What it installs.</param>
    /// <param name="isPinned">Whether a package has a version.</param>
    /// <param name="form">How a version is written.</param>
    internal static void Report(RuleContext context, ProgramUse use, IEnumerable<ProgramArgument> packages, Func<string, bool> isPinned, string form)
    {
        var unpinned = packages.Where(package => package.Value is { Length: > 0 } name && !isPinned(name)).ToList();
        if (unpinned is [var first, ..])
        {
            var shown = string.Join(", ", unpinned.Take(MostShown).Select(package => package.Value));
            var more = unpinned.Count > MostShown ? $" and {unpinned.Count - MostShown} more" : "";
            context.Report(use.SpanOf(first), $"{use.Name} installs {shown}{more} without a version: write {form}");
        }
    }
}
