using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Linting;

/// <summary>Reports the comments that switch nothing off.</summary>
internal static class UnusedSuppressions
{
    /// <summary>The findings, one for each comment, in the order of the file.</summary>
    /// <param name="tree">The file.</param>
    /// <param name="map">Its comments, after all findings were compared with them.</param>
    /// <param name="known">The names of the rules that ran: of others it is not known what they would have found.</param>
    /// <param name="isNeeded">Whether a name switches something off in another profile.</param>
    /// <param name="severity">How grave a finding is.</param>
    internal static IEnumerable<Diagnostic> Find(
        SyntaxTree tree, SuppressionMap map, IReadOnlySet<string> known, Func<SuppressedName, bool> isNeeded, Severity severity) =>
        from item in map.Unused
        where known.Contains(item.Name.Name) && !isNeeded(item.Name)
        group item.Name by item.Comment into names
        orderby names.Key.Span.Start
        select Report(tree.Source, names.Key, [.. names.OrderBy(name => name.Span.Start)], severity);

    private static Diagnostic Report(SourceText source, SuppressionComment comment, IReadOnlyList<SuppressedName> unused, Severity severity)
    {
        var isWhole = unused.Count == comment.Names.Count;
        var edit = isWhole
            ? new TextEdit(source.Lines.GetLineSpan(source.Lines.GetLine(comment.Span.Start)), "")
            : new TextEdit(
                TextSpan.FromBounds(comment.Names[0].Span.Start, comment.Names[^1].Span.End),
                string.Join(',', comment.Names.Except(unused).Select(name => name.Name)));
        return new Diagnostic(
            Linter.UnusedSuppressionId, severity,
                $"there is nothing to switch off here for {string.Join(", ", unused.Select(name => name.Name))}", isWhole ? comment.Span
                : unused[0].Span)
        {
            Fixes = [.. Fix.Of(isWhole ? "remove the comment" : "remove the name", Applicability.Safe, edit)
                .Select(fix => fix with { ChangedComments = [comment.Span] })],
        };
    }
}
