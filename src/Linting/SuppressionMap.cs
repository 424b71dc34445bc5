using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Linting;

/// <summary>Which findings of a file are switched off by comments.</summary>
internal sealed class SuppressionMap
{
    private readonly HashSet<string> _file = new(StringComparer.Ordinal);
    private readonly Dictionary<int, HashSet<string>> _lines = [];

    internal SuppressionMap(SyntaxTree tree)
    {
        foreach (var directive in tree.Root.Directives.Where(directive => directive.Name == "check"))
        {
            Add(SuppressionComment.TryParse(tree.Source.Slice(directive.Span), directive.Span), tree.Source);
        }

        foreach (var token in tree.Root.Tokens())
        {
            if (token.FullSpan.Length == token.Span.Length)
            {
                continue;
            }

            foreach (var trivia in token.LeadingTrivia)
            {
                if (trivia.Kind == TriviaKind.Comment
                    && SuppressionComment.TryParse(tree.Source.Slice(trivia.Span), trivia.Span) is { Dialect: not SuppressionDialect.BuildKit } comment)
                {
                    Add(comment, tree.Source);
                }
            }
        }
    }

    internal bool Covers(Diagnostic diagnostic, IReadOnlyList<string> aliases, SourceText source)
    {
        if (Names(diagnostic, aliases).Any(_file.Contains))
        {
            return true;
        }

        return _lines.TryGetValue(source.Lines.GetLine(diagnostic.Span.Start), out var names) && Names(diagnostic, aliases).Any(names.Contains);
    }

    private static IEnumerable<string> Names(Diagnostic diagnostic, IReadOnlyList<string> aliases) => aliases.Prepend(diagnostic.RuleId).Append("all");

    private void Add(SuppressionComment? comment, SourceText source)
    {
        if (comment is null)
        {
            return;
        }

        var names = comment.Names.Select(name => name.Name);
        if (comment.Scope == SuppressionScope.File)
        {
            _file.UnionWith(names);
            return;
        }

        // The comment speaks of the next line that is neither blank nor a comment, so that comments stack.
        var line = source.Lines.GetLine(comment.Span.Start) + 1;
        while (line < source.Lines.LineCount && source.Slice(source.Lines.GetLineSpan(line)).Trim() is var text && (text.IsEmpty || text[0] == '#'))
        {
            line++;
        }

        if (!_lines.TryGetValue(line, out var set))
        {
            _lines[line] = set = new HashSet<string>(StringComparer.Ordinal);
        }

        set.UnionWith(names);
    }
}
