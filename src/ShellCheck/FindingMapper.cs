using System.Globalization;
using Dockerlint.Linting;
using Dockerlint.Linting.Scripts;
using Dockerlint.Text;

namespace Dockerlint.ShellCheck;

/// <summary>Brings what ShellCheck says of a script back to the Dockerfile.</summary>
internal sealed class FindingMapper
{
    private readonly ScriptToCheck _script;
    private readonly string _text;
    private readonly List<int> _lines = [0];
    private readonly bool _hasPairs;
    private int[]? _runes;

    internal FindingMapper(ScriptToCheck script)
    {
        _script = script;
        _text = script.Text.Text;
        _hasPairs = _text.AsSpan().IndexOfAnyInRange('\uD800', '\uDBFF') >= 0;
        for (var feed = _text.IndexOf('\n', StringComparison.Ordinal); feed >= 0; feed = _text.IndexOf('\n', feed + 1))
        {
            _lines.Add(feed + 1);
        }
    }

    /// <summary>
    /// The finding at its own place; null for one about the lines in front of the script, which hadolint lays to the RUN.
    /// </summary>
    internal Diagnostic? Map(ShellCheckComment comment, ScriptVerdicts verdicts)
    {
        if (comment.Line <= (verdicts == ScriptVerdicts.AsHadolint ? 1 : _script.PrefixLines))
        {
            return null;
        }

        var span = Span(comment.Line, comment.Column, comment.EndLine, comment.EndColumn);
        if (!_script.Dialect.Accepts(comment.Code, _text, span.Start, span.Length))
        {
            return null;
        }

        var message = comment.Message.TrimEnd().TrimEnd('.');
        var id = string.Create(CultureInfo.InvariantCulture, $"SC{comment.Code:0000}");
        if (verdicts == ScriptVerdicts.AsHadolint)
        {
            return new Diagnostic(id, SeverityOf(comment.Level), message, _script.Instruction.Keyword.Span);
        }

        return new Diagnostic(id, SeverityOf(comment.Level), message, _script.Text.ToSource(span))
        {
            Fixes = comment.Fix is null ? [] : Fix(comment.Fix, id),
        };
    }

    // Offered only where every replaced character is the same in the Dockerfile, and never with a line feed, which would end the
    // instruction. Quoting changes what a word splits into, so that none is applied unasked.
    private IReadOnlyList<Fix> Fix(ShellCheckFix fix, string id)
    {
        var edits = new List<TextEdit>();
        foreach (var replacement in fix.Replacements)
        {
            var span = Span(replacement.Line, replacement.Column, replacement.EndLine, replacement.EndColumn);
            if (replacement.Line <= _script.PrefixLines || replacement.Replacement.Contains('\n', StringComparison.Ordinal))
            {
                return [];
            }

            if (span.IsEmpty)
            {
                var closes = replacement.InsertionPoint == "beforeStart" && span.Start > 0;
                var neighbour = new TextSpan(closes ? span.Start - 1 : span.Start, span.Start < _text.Length || closes ? 1 : 0);
                var source = _script.Text.ToSource(neighbour);
                if (!_script.Text.IsExact(neighbour))
                {
                    return [];
                }

                edits.Add(new TextEdit(new TextSpan(closes ? source.End : source.Start, 0), replacement.Replacement));
            }
            else if (_script.Text.IsExact(span))
            {
                edits.Add(new TextEdit(_script.Text.ToSource(span), replacement.Replacement));
            }
            else
            {
                return [];
            }
        }

        return Linting.Fix.Of($"apply ShellCheck's fix for {id}", Applicability.Unsafe, edits);
    }

    private TextSpan Span(int line, int column, int endLine, int endColumn)
    {
        var start = Offset(line, column);
        return TextSpan.FromBounds(start, Math.Max(start, Offset(endLine, endColumn)));
    }

    // Columns count code points.
    private int Offset(int line, int column)
    {
        var index = line - _script.PrefixLines - 1;
        if (index < 0)
        {
            return 0;
        }

        if (index >= _lines.Count)
        {
            return _text.Length;
        }

        var start = _lines[index];
        var end = index + 1 < _lines.Count ? _lines[index + 1] - 1 : _text.Length;
        if (_hasPairs)
        {
            // The columns of a long line are not to be counted out for each of its findings.
            var starts = _runes ??= [.. RuneStarts()];
            var first = Array.BinarySearch(starts, start);
            start = first + column - 1 < starts.Length ? starts[Math.Max(first, first + column - 1)] : _text.Length;
            return Math.Min(start, end);
        }

        return Math.Min(start + Math.Max(0, column - 1), end);
    }

    private IEnumerable<int> RuneStarts()
    {
        for (var i = 0; i < _text.Length; i += char.IsSurrogatePair(_text, i) ? 2 : 1)
        {
            yield return i;
        }

        yield return _text.Length;
    }

    private static Severity SeverityOf(string level) => level switch
    {
        "error" => Severity.Error,
        "warning" => Severity.Warning,
        "info" => Severity.Info,
        _ => Severity.Style,
    };
}
