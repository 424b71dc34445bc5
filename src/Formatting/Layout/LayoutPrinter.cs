using System.Text;
using Dockerlint.Linting;

namespace Dockerlint.Formatting;

/// <summary>Prints a layout: a group stands on one line if it fits and nothing in it has to end a line, else it is broken.</summary>
/// <param name="lineEnd">The line end.</param>
/// <param name="escape">The character that continues a line.</param>
/// <param name="style">The style.</param>
internal sealed class LayoutPrinter(string lineEnd, char escape, FormatStyle style)
{
    // A line may end with a blank and the character that continues it.
    private readonly int _width = style.MaxWidth - 2;
    private readonly StringBuilder _output = new();
    private readonly Stack<(bool IsBroken, int Indent)> _groups = new();
    private readonly List<int> _continuations = [];
    private string? _heredocs;
    private int _column;

    /// <summary>The text of a layout whose outermost breaks are those of a broken group.</summary>
    /// <param name="tokens">The layout.</param>
    /// <param name="indent">How far broken lines are indented.</param>
    /// <param name="isIndented">Whether the first line is, too.</param>
    internal string Print(IReadOnlyList<LayoutToken> tokens, int indent, bool isIndented = false)
    {
        if (isIndented)
        {
            Indent(indent);
            _column = indent;
        }

        _groups.Push((true, indent));
        for (var i = 0; i < tokens.Count; i++)
        {
            Step(tokens, i);
        }

        // The heredoc of a last line stands below it.
        if (_heredocs is not null)
        {
            _output.Append(lineEnd).Append(_heredocs);
        }

        return style.AlignContinuation && _continuations.Count > 1 ? Align() : _output.ToString();
    }

    private void Step(IReadOnlyList<LayoutToken> tokens, int index)
    {
        var token = tokens[index];
        var (isBroken, indent) = _groups.Peek();
        switch (token.Kind)
        {
            case LayoutTokenKind.Text:
                Write(token.Text);
                _heredocs = token.Heredoc is null ? _heredocs : _heredocs is null ? token.Heredoc : _heredocs + lineEnd + token.Heredoc;
                break;
            case LayoutTokenKind.Break when isBroken:
            case LayoutTokenKind.Fill when isBroken
                && (token.IsForced || token.Lines.Count > 0 || (_column > indent && !Fits(tokens, index, untilFill: true))):
                EndLine(token, indent);
                break;
            case LayoutTokenKind.Break or LayoutTokenKind.Fill:
                Write(token.Text);
                break;
            case LayoutTokenKind.GroupStart:
                var breaks = token.IsBroken ? isBroken || token.IsHugging : isBroken && !Fits(tokens, index, untilFill: false);
                _groups.Push((breaks, indent + (breaks ? token.Indent : 0)));
                break;
            case LayoutTokenKind.GroupEnd:
                _groups.Pop();
                break;
            case LayoutTokenKind.IndentStart when isBroken:
                _groups.Push((_groups.Pop().IsBroken, indent + token.Indent));
                break;
            case LayoutTokenKind.IndentEnd when isBroken:
                _groups.Push((_groups.Pop().IsBroken, indent - token.Indent));
                break;
        }
    }

    private void Write(string text)
    {
        _output.Append(text);
        var feed = text.LastIndexOf('\n');
        _column = feed < 0 ? _column + text.Length : text.Length - feed - 1;
    }

    private void EndLine(LayoutToken token, int indent)
    {
        _output.Append(token.Broken);
        if (token.IsContinued)
        {
            // A line may consist of a word that ends with a blank, which is escaped.
            _output.Append(' ');
            _continuations.Add(_output.Length);
            _output.Append(escape);
        }

        _output.Append(lineEnd);
        // The body of a heredoc begins below the whole of its line, continuations included.
        if (_heredocs is not null && !token.IsContinued)
        {
            _output.Append(_heredocs).Append(lineEnd);
            _heredocs = null;
        }

        foreach (var line in token.Lines)
        {
            WriteLine(line, indent, token.IsContinued);
        }

        Indent(indent);
        _column = indent;
    }

    // A comment, or a blank line, which inside of a command has to be continued itself.
    private void WriteLine(string line, int indent, bool isContinued)
    {
        if (line.Length > 0)
        {
            Indent(indent);
            _output.Append(line);
        }
        else if (isContinued)
        {
            Indent(indent);
            _continuations.Add(_output.Length);
            _output.Append(escape);
        }

        _output.Append(lineEnd);
    }

    private void Indent(int columns)
    {
        var tabs = style.IndentsWithTabs ? columns / style.Indent : 0;
        _output.Append('\t', tabs).Append(' ', columns - (tabs * style.Indent));
    }

    // Whether what stands up to the next place that ends a line for certain, or may end it, fits on the line.
    private bool Fits(IReadOnlyList<LayoutToken> tokens, int index, bool untilFill)
    {
        var column = _column;
        var depth = 0;
        for (var i = index; i < tokens.Count && column <= _width; i++)
        {
            var token = tokens[i];
            switch (token.Kind)
            {
                case LayoutTokenKind.Text:
                    var feed = token.Text.IndexOf('\n', StringComparison.Ordinal);
                    if (feed >= 0)
                    {
                        return column + feed <= _width;
                    }

                    column += token.Text.Length;
                    break;
                case LayoutTokenKind.Break or LayoutTokenKind.Fill when i > index:
                    if (depth <= 0 || untilFill)
                    {
                        return column + token.Broken.Length <= _width;
                    }

                    column += token.Text.Length;
                    break;
                case LayoutTokenKind.Break or LayoutTokenKind.Fill:
                    column += token.Text.Length;
                    break;
                case LayoutTokenKind.GroupStart:
                    if (token is { IsBroken: true, IsHugging: true } && i > index)
                    {
                        // It ends the line at its first break.
                        untilFill = true;
                    }

                    depth++;
                    break;
                case LayoutTokenKind.GroupEnd:
                    depth--;
                    break;
            }
        }

        return column <= _width;
    }

    private string Align()
    {
        var text = _output.ToString();
        var columns = _continuations.Select(place =>
            WidthOf(text.AsSpan(text.LastIndexOf('\n', place) + 1, place - text.LastIndexOf('\n', place) - 1))).ToList();
        var most = Math.Min(columns.Max(), _width);
        var builder = new StringBuilder(text.Length + 64);
        var position = 0;
        for (var i = 0; i < columns.Count; i++)
        {
            builder.Append(text, position, _continuations[i] - position).Append(' ', Math.Max(0, most - columns[i]));
            position = _continuations[i];
        }

        return builder.Append(text, position, text.Length - position).ToString();
    }

    private int WidthOf(ReadOnlySpan<char> line) => line.Length + (line.Count('\t') * (style.Indent - 1));
}
