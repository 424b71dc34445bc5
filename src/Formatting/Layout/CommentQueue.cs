using Dockerlint.Text;

namespace Dockerlint.Formatting;

/// <summary>The comments inside of an instruction, or of the script in its heredoc, in order; each has to be taken exactly once.</summary>
internal sealed class CommentQueue
{
    private readonly SourceText _source;
    private readonly IReadOnlyList<TextSpan> _comments;
    private readonly char? _escape;
    private int _next;

    /// <summary>Begins before the first comment.</summary>
    /// <param name="source">The file.</param>
    /// <param name="comments">The comments in order.</param>
    /// <param name="escape">What continues a line: where it stands on a line alone, that is a blank line of the command.</param>
    internal CommentQueue(SourceText source, IReadOnlyList<TextSpan> comments, char? escape)
    {
        _source = source;
        _comments = comments;
        _escape = escape;
    }

    /// <summary>Whether every comment found a place.</summary>
    internal bool IsEmpty => _next == _comments.Count;

    /// <summary>Whether a comment that nobody has taken stands before an offset.</summary>
    internal bool HasAnyBefore(int offset) => _next < _comments.Count && _comments[_next].Start < offset;

    /// <summary>Whether a comment that nobody has taken stands between two offsets.</summary>
    internal bool HasAnyBetween(int from, int to)
    {
        for (var i = _next; i < _comments.Count && _comments[i].Start < to; i++)
        {
            if (_comments[i].Start >= from)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Takes the comments before an offset. With blank lines kept, an empty text stands for one or more of them.
    /// </summary>
    /// <param name="from">Where the gap that is looked at begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="keepsBlankLines">Whether blank lines are looked for.</param>
    internal IReadOnlyList<string> TakeLines(int from, int to, bool keepsBlankLines)
    {
        if (!keepsBlankLines && !HasAnyBefore(to))
        {
            return [];
        }

        var lines = new List<string>();
        var position = from;
        while (HasAnyBefore(to))
        {
            var comment = _comments[_next++];
            AddBlank(lines, position, comment.Start, keepsBlankLines);
            lines.Add(_source.ToString(comment).TrimEnd());
            position = comment.End;
        }

        AddBlank(lines, position, to, keepsBlankLines);
        return lines;
    }

    /// <summary>The comment that stands on the line of an offset, behind it; null when there is none.</summary>
    internal string? TakeTrailing(int offset, int before)
    {
        if (!HasAnyBefore(before) || _comments[_next].Start < offset)
        {
            return null;
        }

        var comment = _comments[_next];
        if (_source.Slice(TextSpan.FromBounds(offset, comment.Start)).Contains('\n'))
        {
            return null;
        }

        _next++;
        return _source.ToString(comment).TrimEnd();
    }

    /// <summary>
    /// Takes the comments inside of text that is kept as it is. False when one before it has no place yet: their order would change.
    /// </summary>
    internal bool PassOver(int from, int to)
    {
        var isInOrder = !HasAnyBefore(from) || !HasAnyBetween(from, to);
        while (_next < _comments.Count && _comments[_next].Start >= from && _comments[_next].Start < to)
        {
            _next++;
        }

        return isInOrder;
    }

    private void AddBlank(List<string> lines, int from, int to, bool keepsBlankLines)
    {
        if (keepsBlankLines && from < to && HasBlankLine(_source.Slice(TextSpan.FromBounds(from, to))))
        {
            lines.Add("");
        }
    }

    private bool HasBlankLine(ReadOnlySpan<char> text)
    {
        for (var feed = text.IndexOf('\n'); feed >= 0;)
        {
            text = text[(feed + 1)..];
            feed = text.IndexOf('\n');
            if (feed >= 0 && IsBlank(text[..feed].Trim()))
            {
                return true;
            }
        }

        return false;
    }

    // An empty line inside of a command is none that an author put there for its looks: builders warn of it.
    private bool IsBlank(ReadOnlySpan<char> line) => _escape is { } escape ? line is [var only] && only == escape : line.IsEmpty;
}
