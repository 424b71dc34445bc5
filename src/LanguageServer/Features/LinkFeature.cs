using Dockerlint.LanguageServer.Documents;
using Dockerlint.LanguageServer.Protocol;
using Dockerlint.Linting;
using Dockerlint.Semantics.Context;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.LanguageServer.Features;

/// <summary>What leads elsewhere: files of the context that are copied, addresses that are fetched, and pages about rules.</summary>
internal static class LinkFeature
{
    internal static DocumentLink[] Links(DocumentParams parameters, RequestScope scope) =>
        scope.Dockerfile(parameters.TextDocument.Uri) is { } document ? [.. Copied(document), .. Suppressed(document)] : [];

    private static IEnumerable<DocumentLink> Copied(OpenDocument document)
    {
        var folder = Path.GetDirectoryName(document.Path);
        foreach (var transfer in document.Dockerfile.Tree.Root.Instructions.OfType<FileTransferInstruction>())
        {
            if (transfer.Flag("from") is not null)
            {
                continue;
            }

            foreach (var word in transfer.ExpandedWords.SkipLast(1).Where(word => word.LiteralValue is { Length: > 0 }))
            {
                var value = word.LiteralValue!;
                if (value.StartsWith("https://", StringComparison.Ordinal) || value.StartsWith("http://", StringComparison.Ordinal))
                {
                    if (Uri.TryCreate(value, UriKind.Absolute, out var address))
                    {
                        yield return new DocumentLink(document.Positions.RangeOf(word.Span), address.AbsoluteUri, "what is fetched");
                    }
                }
                else if (!string.IsNullOrEmpty(folder) && document.Dockerfile.Context is { } context
                    && context.Listing.Files.Find(ContextPath.FromRoot(value)) is { Kind: ContextEntryKind.File } file)
                {
                    yield return new DocumentLink(
                        document.Positions.RangeOf(word.Span), DocumentAddress.ToUri(Path.Combine(folder, file.Path)),
                        "the file in the context");
                }
            }
        }
    }

    private static IEnumerable<DocumentLink> Suppressed(OpenDocument document) =>
        SuppressionComment.In(document.Dockerfile.Tree).SelectMany(comment => comment.Names)
            .Select(name => (name.Span, Page: RuleBook.FindByAnyName(name.Name)?.HelpUrl))
            .Where(link => link.Page is not null)
            .Select(link => new DocumentLink(document.Positions.RangeOf(link.Span), link.Page!, "the page about the rule"));
}
