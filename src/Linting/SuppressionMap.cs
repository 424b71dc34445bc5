using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Linting;

/// <summary>Which findings of a file are switched off by comments.</summary>
internal sealed class SuppressionMap
{
    private readonly SyntaxTree _tree;
    private readonly SuppressedNames _file = new();
    private readonly SuppressedNames _nowhere = new();
    private readonly Dictionary<int, SuppressedNames> _lines = [];
    private readonly Dictionary<int, SuppressedNames> _stages = [];
    private readonly bool _isHadolint;
    private readonly int[] _froms;
    private (int First, int Target) _block;

    /// <summary>Reads the comments of a file.</summary>
    /// <param name="tree">The file.</param>
    /// <param name="reach">Which comments count, and how far they reach.</param>
    internal SuppressionMap(SyntaxTree tree, SuppressionReach reach = SuppressionReach.Full)
    {
        _tree = tree;
        var isHadolint = reach == SuppressionReach.AsHadolint;
        _isHadolint = isHadolint;
        _froms = [.. tree.Root.Instructions.OfType<FromInstruction>().Select(from => tree.Source.Lines.GetLine(from.Span.Start))];
        foreach (var comment in SuppressionComment.In(tree, withinInstructions: !isHadolint))
        {
            if (!isHadolint || comment.Dialect == SuppressionDialect.Hadolint)
            {
                Add(comment);
            }
        }
    }

    /// <summary>What has switched nothing off, among all that was asked for so far; in no particular order.</summary>
    internal IEnumerable<(SuppressionComment Comment, SuppressedName Name)> Unused => All.SelectMany(names => names.Unused);

    /// <summary>What has switched something off; in no particular order.</summary>
    internal IEnumerable<SuppressedName> Used => All.SelectMany(names => names.Used);

    private IEnumerable<SuppressedNames> All => _lines.Values.Concat(_stages.Values).Append(_file).Append(_nowhere);

    /// <summary>Whether a finding is switched off under one of the names of its rule.</summary>
    internal bool Covers(Diagnostic diagnostic, IReadOnlyList<string> names)
    {
        if (_file.Cover(names))
        {
            return true;
        }

        var lines = _tree.Source.Lines;
        if (_stages.Count > 0 && IsInStage(lines.GetLine(diagnostic.Span.Start), names))
        {
            return true;
        }

        if (_lines.Count == 0 || _isHadolint)
        {
            return _lines.Count > 0 && Covers(lines.GetLine(diagnostic.Span.Start), names);
        }

        // A comment above an instruction speaks of all of it; one among its lines speaks of the line below.
        return Covers(lines.GetLine(diagnostic.Span.Start), names)
            || (_tree.Root.InstructionAt(diagnostic.Span.Start) is { } instruction && Covers(lines.GetLine(instruction.Span.Start), names));
    }

    private bool Covers(int line, IReadOnlyList<string> names) => _lines.TryGetValue(line, out var set) && set.Cover(names);

    private void Add(SuppressionComment comment)
    {
        if (comment.Scope == SuppressionScope.File)
        {
            _file.Add(comment);
            return;
        }

        if (comment.Scope == SuppressionScope.Stage)
        {
            AddStage(comment);
            return;
        }

        // The comment speaks of the next line that is neither blank nor a comment, so that comments stack.
        var source = _tree.Source;
        var first = source.Lines.GetLine(comment.Span.Start) + 1;
        // A comment of the block that was looked at last needs no second look: there may be very many.
        var line = first >= _block.First && first <= _block.Target ? _block.Target : first;
        while (!_isHadolint && line < source.Lines.LineCount && source.Slice(source.Lines.GetLineSpan(line)).Trim() is var text
            && (text.IsEmpty || text[0] == '#'))
        {
            line++;
        }

        _block = (first >= _block.First && first <= _block.Target ? _block.First : first, line);
        if (!_lines.TryGetValue(line, out var set))
        {
            _lines[line] = set = new SuppressedNames();
        }

        set.Add(comment);
    }

    private bool IsInStage(int line, IReadOnlyList<string> names)
    {
        var index = Array.BinarySearch(_froms, line);
        // hadolint leaves the FROM itself out.
        var stage = index >= 0 ? (_isHadolint ? index - 1 : index) : ~index - 1;
        return _stages.TryGetValue(stage, out var set) && set.Cover(names);
    }

    private void AddStage(SuppressionComment comment)
    {
        var line = _tree.Source.Lines.GetLine(comment.Span.Start);
        var next = ~Array.BinarySearch(_froms, line);
        if (next >= 0 && next < _froms.Length && (!_isHadolint || _froms[next] == line + 1))
        {
            if (!_stages.TryGetValue(next, out var set))
            {
                _stages[next] = set = new SuppressedNames();
            }

            set.Add(comment);
        }
        else
        {
            _nowhere.Add(comment);
        }
    }
}
