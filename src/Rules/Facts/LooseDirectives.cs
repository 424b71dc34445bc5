using System.Collections;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>The comments that look like parser directives and are none.</summary>
internal sealed class LooseDirectives : IFact<LooseDirectives>, IEnumerable<LooseDirective>
{
    private readonly List<LooseDirective> _directives = [];

    private LooseDirectives()
    {
    }

    /// <inheritdoc/>
    public static LooseDirectives Compute(FileFacts file)
    {
        var found = new LooseDirectives();
        var isAtTop = true;
        foreach (var token in file.Model.Tree.Root.Tokens())
        {
            foreach (var trivia in (token.FullSpan.Start < token.Span.Start ? token.LeadingTrivia : [])
                .Where(trivia => trivia.Kind == TriviaKind.Comment))
            {
                if (Read(file.Model.Tree.Source, trivia.Span, isAtTop) is { } directive)
                {
                    found._directives.Add(directive);
                }
            }

            isAtTop &= token.Kind != TokenKind.Keyword;
        }

        return found;
    }

    /// <inheritdoc/>
    public IEnumerator<LooseDirective> GetEnumerator() => _directives.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static LooseDirective? Read(SourceText source, TextSpan comment, bool isAtTop)
    {
        var text = source.ToString(comment).TrimEnd();
        var start = 0;
        while (start < text.Length && text[start] is '#' or ' ' or '\t')
        {
            start++;
        }

        var end = start;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
        {
            end++;
        }

        var equals = end;
        while (equals < text.Length && text[equals] is ' ' or '\t')
        {
            equals++;
        }

        return end == start || equals >= text.Length || text[equals] != '=' || text[(equals + 1)..].Trim() is not { Length: > 0 } value
            ? null
            : new LooseDirective(
                text[start..end].ToLowerInvariant(), new TextSpan(comment.Start + start, end - start), value, comment, isAtTop);
    }
}
