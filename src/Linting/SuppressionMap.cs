using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Linting;

/// <summary>Which findings of a file are switched off by comments.</summary>
internal sealed class SuppressionMap
{
    private readonly SyntaxTree _tree;
    private readonly HashSet<string> _file = new(StringComparer.Ordinal);
    private readonly Dictionary<int, HashSet<string>> _lines = [];
    private (int First, int Target) _block;

    internal SuppressionMap(SyntaxTree tree)
    {
        _tree = tree;
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
                    Add(comment);
                }
            }
        }
    }

    /// <summary>Whether a finding is switched off under one of the names of its rule.</summary>
    internal bool Covers(Diagnostic diagnostic, IReadOnlyList<string> names)
    {
        if (names.Any(_file.Contains))
        {
            return true;
        }

        if (_lines.Count == 0)
        {
            return false;
        }

        // A comment above an instruction speaks of all of it; one among its lines speaks of the line below.
        var lines = _tree.Source.Lines;
        return Covers(lines.GetLine(diagnostic.Span.Start), names)
            || (_tree.Root.InstructionAt(diagnostic.Span.Start) is { } instruction && Covers(lines.GetLine(instruction.Span.Start), names));
    }

    private bool Covers(int line, IReadOnlyList<string> names) => _lines.TryGetValue(line, out var set) && names.Any(set.Contains);

    private void Add(SuppressionComment? comment)
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
        var source = _tree.Source;
        var first = source.Lines.GetLine(comment.Span.Start) + 1;
        // A comment of the block that was looked at last needs no second look: there may be very many.
        var line = first >= _block.First && first <= _block.Target ? _block.Target : first;
        while (line < source.Lines.LineCount && source.Slice(source.Lines.GetLineSpan(line)).Trim() is var text && (text.IsEmpty || text[0] == '#'))
        {
            line++;
        }

        _block = (first >= _block.First && first <= _block.Target ? _block.First : first, line);
        if (!_lines.TryGetValue(line, out var set))
        {
            _lines[line] = set = new HashSet<string>(StringComparer.Ordinal);
        }

        set.UnionWith(names);
    }
}
