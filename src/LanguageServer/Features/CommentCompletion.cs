using Dockerlint.LanguageServer.Documents;
using Dockerlint.LanguageServer.Guide;
using Dockerlint.LanguageServer.Protocol;

namespace Dockerlint.LanguageServer.Features;

/// <summary>What can stand in a comment: directives at the top, and comments that switch rules off, with the codes of rules.</summary>
internal static class CommentCompletion
{
    internal static IEnumerable<CompletionItem> At(OpenDocument document, LineState line, int offset, CompletionItems items)
    {
        var text = line.Before[1..].TrimStart();
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
        {
            var isTop = document.Dockerfile.Tree.Root.Instructions.All(instruction => instruction.Span.Start > offset);
            var directives = isTop ? DockerfileGuide.Directives.SelectMany(entry => entry.Values.DefaultIfEmpty("").Take(1)
                .Select(value => items.Of($"{entry.Name}={value}", CompletionItems.Keyword, text.Length, null, entry.Text))) : [];
            return directives.Concat(
            [
                items.Of("dockerlint ignore=", CompletionItems.Keyword, text.Length, null, "Switches rules off for the next instruction."),
                items.Of("dockerlint stage ignore=", CompletionItems.Keyword, text.Length, null, "Switches rules off for the stage."),
                items.Of("dockerlint global ignore=", CompletionItems.Keyword, text.Length, null, "Switches rules off for the file."),
                items.Of("hadolint ignore=", CompletionItems.Keyword, text.Length, null, "The same, as hadolint writes it."),
            ]);
        }

        var key = text[..equals].Trim();
        if (!key.EndsWith("ignore", StringComparison.Ordinal) && !(key == "check" && text.Contains("skip=", StringComparison.Ordinal)))
        {
            return [];
        }

        var typed = text[(text.LastIndexOfAny(['=', ',', ' ']) + 1)..];
        return RuleBook.All.Select(rule => items.Of(rule.Id, CompletionItems.Rule, typed.Length, rule.Name, rule.Doc.Summary));
    }
}
