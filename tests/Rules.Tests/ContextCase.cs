using System.Globalization;
using Dockerlint.Linting;
using Dockerlint.Rules;
using Dockerlint.Semantics.Context;
using Dockerlint.Text;

namespace Dockerlint.Tests;

/// <summary>Build contexts that exist in tests only.</summary>
internal static class ContextCase
{
    /// <summary>A context of files, each <c>path</c> or <c>path:bytes</c>.</summary>
    internal static LintContext Of(
        IEnumerable<string> files, string? ignore, bool isStated = false, params IReadOnlyList<string> unvisited) => new(() => ignore,
        _ => new ContextListing(ContextManifest.Create(files.Select(Entry)), unvisited))
        { IsStated = isStated };

    /// <summary>What a rule says of a text with a context, as lines of <c>word: message</c>.</summary>
    internal static string Lint(string id, string text, LintContext context)
    {
        var rule = RuleCatalog.All.Single(rule => rule.Info.Id == id);
        return string.Join(
            '\n', new Linter([rule], MarkedCase.Config).Lint(new LintInput(SourceText.From(text)) { Context = context }).Diagnostics
            .Where(finding => finding.RuleId == id)
                .Select(finding => $"{text.Substring(finding.Span.Start, finding.Span.Length)}: {finding.Message}"));
    }

    private static ContextEntry Entry(string file) => file.Split("->") is [var link, var target]
        ? new ContextEntry(link, ContextEntryKind.SymbolicLink) { LinkTarget = target }
        : file.EndsWith('/') ? new ContextEntry(file.TrimEnd('/'), ContextEntryKind.Directory)
        : new ContextEntry(file.Split(':')[0], ContextEntryKind.File)
        {
            Size = file.Split(':') is [_, var size]
            ? long.Parse(size, CultureInfo.InvariantCulture) : 1
        };
}
