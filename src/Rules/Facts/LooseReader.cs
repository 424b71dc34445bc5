namespace Dockerlint.Rules;

/// <summary>Takes words and signs from the front of a text.</summary>
internal sealed class LooseReader(string text)
{
    private int _position;

    /// <summary>The characters of a set that come next.</summary>
    internal string Skip(string set)
    {
        var start = _position;
        while (_position < text.Length && set.Contains(text[_position], StringComparison.Ordinal))
        {
            _position++;
        }

        return text[start.._position];
    }

    /// <summary>A word of letters, digits behind the first, and hyphens or underscores within.</summary>
    internal string Word() => Take(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    /// <summary>A word that may be a rule's; hyphens that stand at its end are none of it.</summary>
    internal string Name()
    {
        var word = Take(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
        var end = word.TrimEnd('-');
        Back(word.Length - end.Length);
        return end;
    }

    /// <summary>Gives characters back.</summary>
    internal void Back(int count) => _position -= count;

    /// <summary>What is left.</summary>
    internal string Rest() => text[_position..];

    private string Take(Func<char, bool> isPart)
    {
        var start = _position;
        while (_position < text.Length && isPart(text[_position]) && !(_position == start && text[_position] is '-' or '_'))
        {
            _position++;
        }

        return text[start.._position];
    }
}
