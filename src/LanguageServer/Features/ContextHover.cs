using System.Globalization;
using Dockerlint.LanguageServer.Documents;
using Dockerlint.Semantics.Context;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.LanguageServer.Features;

/// <summary>What a source of COPY or ADD is in the build context: how much, and what is biggest.</summary>
internal static class ContextHover
{
    private const int Shown = 3;

    internal static (TextSpan, string)? Of(OpenDocument document, FileTransferInstruction transfer, int offset)
    {
        if (transfer.Flag("from") is not null || document.Dockerfile.Context is not { } context
            || transfer.ExpandedWords.SkipLast(1).FirstOrDefault(word => word.Span.Start <= offset && offset <= word.Span.End)
                is not { LiteralValue: { Length: > 0 } source } found
            || source.Contains("://", StringComparison.Ordinal))
        {
            return null;
        }

        var path = ContextPath.FromRoot(source);
        var sent = context.Sent;
        var files = sent.Entries
            .Where(entry => PathGlob.IsPattern(path) ? PathGlob.IsMatch(path, entry.Path) : path is "." or "" || entry.Path == path)
            .SelectMany(entry => entry.Kind == ContextEntryKind.Directory ? sent.Below(entry.Path).Append(entry) : [entry])
            .Where(entry => entry.Kind == ContextEntryKind.File).DistinctBy(entry => entry.Path).ToList();
        if (files.Count == 0)
        {
            return (found.Span, !context.Listing.IsComplete ? $"{Texts.Code(source)}: the context is too large to tell"
                : context.Listing.Files.Find(path) is not null ? $"{Texts.Code(source)} is in the folder, but .dockerignore leaves it out"
                : $"There is no {Texts.Code(source)} in the context");
        }

        var biggest = files.OrderByDescending(entry => entry.Size ?? 0).Take(Shown)
            .Select(entry => $"\n- {Texts.Code(entry.Path)} {Size(entry.Size ?? 0)}");
        var atLeast = context.Listing.IsComplete ? "" : "at least ";
        return (found.Span, string.Create(CultureInfo.InvariantCulture,
            $"{Texts.Code(source)}: {atLeast}{files.Count} file{(files.Count == 1 ? "" : "s")}, "
            + $"{Size(files.Sum(entry => entry.Size ?? 0))}")
            + " after .dockerignore" + (files.Count > 1 ? $"\n{string.Concat(biggest)}" : ""));
    }

    private static string Size(long bytes) => bytes switch
    {
        < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000.0:0.#} kB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000.0:0.#} MB"),
    };
}
