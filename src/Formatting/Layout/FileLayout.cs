using System.Text;
using Dockerlint.Linting;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Formatting;

/// <summary>Lays a file out: instructions, and the comments and blank lines between them.</summary>
internal sealed class FileLayout
{
    private readonly SyntaxTree _tree;
    private readonly SourceText _source;
    private readonly FormatStyle _style;
    private readonly FormatOptions _options;
    private readonly ShellsInForce _shells;
    private readonly string _lineEnd;
    private readonly InstructionLayout _instructions;
    private readonly StringBuilder _output = new();
    private bool _isOff;

    internal FileLayout(SyntaxTree tree, FormatOptions options, ShellsInForce shells)
    {
        _tree = tree;
        _source = tree.Source;
        _options = options;
        _style = options.Style;
        _shells = shells;
        var feed = _source.Text.IndexOf('\n', StringComparison.Ordinal);
        _lineEnd = _style.LineEnd ?? (feed > 0 && _source.Text[feed - 1] == '\r' ? "\r\n" : "\n");
        _instructions = new InstructionLayout(tree, _style, _lineEnd, options.KeepsKeys);
    }

    /// <summary>The text of the file.</summary>
    /// <param name="kept">The instructions that stay as they are; those that turn out to have no layout are added.</param>
    internal string Write(IDictionary<int, string> kept)
    {
        _output.Clear();
        _isOff = false;
        var instructions = _tree.Root.Instructions;
        var position = HeaderEnd();
        _output.Append(_source.Text, 0, position);
        var isRaw = true;
        for (var i = 0; i < instructions.Count; i++)
        {
            var instruction = instructions[i];
            var start = instruction.Span.Start;
            var lines = ReadGap(position, start, i > 0);
            var isSkipped = WriteGap(lines, i > 0, isRaw, isFirst: i == 0, startsStage: instruction is FromInstruction
                && instructions.Take(i).Any(before => before is FromInstruction));
            position = EndOf(instruction);
            isRaw = _isOff || isSkipped || kept.ContainsKey(i) || !IsInRange(start, position) || SpeaksToFormatter(instruction);
            var text = isRaw ? null : _instructions.Write(instruction, _shells[instruction]);
            if (text is null && !isRaw)
            {
                kept[i] = "the place of a comment";
                isRaw = true;
            }

            _output.Append(text ?? _source.ToString(TextSpan.FromBounds(LineStart(start), position)));
        }

        if (HasOpenHeredoc(instructions))
        {
            // All that is left belongs to it, to the last byte.
            return _output.Append(_source.Text, position, _source.Length - position).ToString();
        }

        WriteEnd(position, isRaw);
        return _output.ToString();
    }

    // Byte order mark, shebang and directives stay as they are.
    private int HeaderEnd()
    {
        if (_tree.Root.Directives is not [.., var last])
        {
            return _source.HasByteOrderMark ? 1 : 0;
        }

        var feed = _source.Text.IndexOf('\n', last.Span.End);
        return feed < 0 ? _source.Length : feed + 1;
    }

    private static bool HasOpenHeredoc(IReadOnlyList<InstructionSyntax> instructions) =>
        instructions is [.., var last] && ((last as OnbuildInstruction)?.Trigger ?? last).Heredocs is [.., { Terminator: null }];

    private static int EndOf(InstructionSyntax instruction)
    {
        var body = instruction is OnbuildInstruction onbuild ? onbuild.Trigger : instruction;
        return body.Heredocs.Count > 0 ? Math.Max(instruction.Span.End, body.Heredocs[^1].Span.End) : instruction.Span.End;
    }

    private int LineStart(int offset)
    {
        var start = _source.Text.LastIndexOf('\n', Math.Max(0, offset - 1)) + 1;
        return offset == 0 ? 0 : start == 0 && _source.HasByteOrderMark ? 1 : start;
    }

    private bool IsInRange(int start, int end) => _options.Range is not { } range
        || (_source.Lines.GetLine(start) <= range.Last && _source.Lines.GetLine(end) >= range.First);

    // A comment between its lines can speak for the instruction as well.
    private bool SpeaksToFormatter(InstructionSyntax instruction) =>
        InstructionComments.Within(instruction).Any(comment => FormatComment.Word(_source.Slice(comment)) is "skip" or "off");

    // The lines between two instructions. The first is the rest of the line above, if there is one; what stands before the keyword is none.
    private List<TextSpan> ReadGap(int from, int to, bool hasLineAbove)
    {
        var lines = new List<TextSpan>();
        while (from < to)
        {
            var feed = _source.Text.IndexOf('\n', from, to - from);
            if (feed < 0)
            {
                break;
            }

            lines.Add(TextSpan.FromBounds(from, feed + 1));
            from = feed + 1;
        }

        if (hasLineAbove && lines.Count == 0)
        {
            lines.Add(TextSpan.FromBounds(from, to));
        }

        return lines;
    }

    // True when a comment asks to leave the instruction below alone.
    private bool WriteGap(List<TextSpan> lines, bool hasLineAbove, bool isRawAbove, bool isFirst, bool startsStage)
    {
        if (hasLineAbove)
        {
            _output.Append(isRawAbove ? _source.ToString(lines[0]) : _lineEnd);
            lines.RemoveAt(0);
        }

        var texts = lines.ConvertAll(line => _source.ToString(line).Trim());
        var attached = texts.FindLastIndex(text => !IsComment(text)) + 1;
        var isSkipped = texts.Skip(attached).Any(text => FormatComment.Word(text) == "skip");
        var blanks = 0;
        var isStart = isFirst;
        for (var i = 0; i <= texts.Count; i++)
        {
            var isPlain = !_isOff && (i == texts.Count || IsInRange(lines[i].Start, lines[i].Start));
            if (i == attached && startsStage && isPlain && blanks == 0)
            {
                blanks = 1;
            }

            if (i < texts.Count && isPlain && !IsComment(texts[i]))
            {
                blanks++;
                continue;
            }

            WriteBlanks(Math.Min(blanks, _style.BlankLines), isStart && blanks > 0, i < texts.Count ? texts[i] : "");
            blanks = 0;
            isStart = false;
            if (i == texts.Count)
            {
                break;
            }

            var word = FormatComment.Word(texts[i]);
            _output.Append(isPlain && word != "off" ? texts[i] + _lineEnd : _source.ToString(lines[i]));
            _isOff = word == "off" || (_isOff && word != "on");
        }

        return isSkipped;
    }

    // At the top of the file there are none, unless the comment below would become a directive.
    private void WriteBlanks(int count, bool isStart, string comment)
    {
        if (isStart && (count == 0 || _tree.Root.Directives.Count == 0))
        {
            count = comment.Contains('=', StringComparison.Ordinal) ? 1 : 0;
        }

        for (var i = 0; i < count; i++)
        {
            _output.Append(_lineEnd);
        }
    }

    private void WriteEnd(int position, bool isRaw)
    {
        var hasFinalLineEnd = _style.FinalLineEnd ?? true;
        var lines = ReadGap(position, _source.Length, hasLineAbove: true);
        var last = lines[^1].End;
        if (last < _source.Length && IsComment(_source.Text[last..].Trim()))
        {
            lines.Add(TextSpan.FromBounds(last, _source.Length));
        }

        var below = lines.GetRange(1, lines.Count - 1);
        while (below.Count > 0 && !IsComment(_source.ToString(below[^1]).Trim())
            && !(_isOff || !IsInRange(below[^1].Start, below[^1].Start)))
        {
            below.RemoveAt(below.Count - 1);
        }

        if (below.Count > 0)
        {
            WriteGap([lines[0], .. below], hasLineAbove: true, isRaw, isFirst: false, startsStage: false);
        }
        else if (isRaw)
        {
            _output.Append(_source.ToString(lines[0]));
        }

        var endsLine = _output.Length > 0 && _output[^1] == '\n';
        if (!endsLine && hasFinalLineEnd)
        {
            _output.Append(_lineEnd);
        }
        else if (endsLine && !hasFinalLineEnd && !_source.Text.EndsWith('\n'))
        {
            _output.Length -= _lineEnd.Length;
        }
    }

    private static bool IsComment(string line) => line.StartsWith('#');
}
