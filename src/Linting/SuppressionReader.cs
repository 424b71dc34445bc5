using Dockerlint.Text;

namespace Dockerlint.Linting;

/// <summary>Reads the parts of a suppression comment from left to right; a part that is not there consumes nothing but blanks.</summary>
internal ref struct SuppressionReader(ReadOnlySpan<char> text, int offset)
{
    private readonly ReadOnlySpan<char> _text = text.TrimEnd("\r\n");
    private int _position;

    public bool TakeHash()
    {
        SkipBlanks();
        return Take("#", false);
    }

    /// <summary>A word with a blank behind it.</summary>
    public bool TakeWord(string word)
    {
        SkipBlanks();
        var after = _position + word.Length;
        return after < _text.Length && (_text[after] is ' ' or '\t') && Take(word, false);
    }

    /// <summary>A key and its equals sign.</summary>
    public bool TakeKey(string key, bool ignoreCase = false)
    {
        SkipBlanks();
        if (!Take(key, ignoreCase))
        {
            return false;
        }

        SkipBlanks();
        return Take("=", false);
    }

    /// <summary>One or more names with commas between them.</summary>
    public bool TakeNames(Func<char, bool> isPart, out List<SuppressedName> names)
    {
        names = [];
        do
        {
            SkipBlanks();
            var start = _position;
            // Two hyphens behind a blank open a reason; a name may hold single ones but never begins with one.
            while (_position < _text.Length && isPart(_text[_position]) && !(_position == start && _text[_position] == '-'))
            {
                _position++;
            }

            if (_position == start)
            {
                return false;
            }

            names.Add(new SuppressedName(_text[start.._position].ToString(), TextSpan.FromBounds(offset + start, offset + _position)));
            SkipBlanks();
        }
        while (Take(",", false));

        return true;
    }

    /// <summary>The end of the text, or a reason behind its mark.</summary>
    public bool TakeReason(string mark, out string? reason)
    {
        reason = null;
        SkipBlanks();
        if (_position == _text.Length)
        {
            return true;
        }

        if (!Take(mark, false))
        {
            return false;
        }

        var rest = _text[_position..].Trim().ToString();
        reason = rest.Length == 0 ? null : rest;
        return true;
    }

    /// <summary>The further options of a check directive, which do not matter here, and its reason.</summary>
    public bool TakeCheckTail(out string? reason)
    {
        SkipBlanks();
        if (Take(";", false))
        {
            var comment = _text[_position..].IndexOf("//");
            _position = comment < 0 ? _text.Length : _position + comment;
        }

        return TakeReason("//", out reason);
    }

    private bool Take(string part, bool ignoreCase)
    {
        if (!_text[_position..].StartsWith(part, ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal))
        {
            return false;
        }

        _position += part.Length;
        return true;
    }

    private void SkipBlanks()
    {
        while (_position < _text.Length && (_text[_position] is ' ' or '\t'))
        {
            _position++;
        }
    }
}
