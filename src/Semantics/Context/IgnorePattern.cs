namespace Dockerlint.Semantics.Context;

/// <summary>
/// One rule of a .dockerignore file, matched as moby/patternmatcher does: <c>*</c> and <c>?</c> stay within a level, <c>**</c>
/// crosses levels, zero included; brackets are those of a regular expression; the rule is anchored at the root.
/// </summary>
public sealed class IgnorePattern
{
    private const string Wildcards = "*?[]\\";

    // The letters behind a backslash that mean something to Go's regular expressions; any other letter is an error there.
    private const string EscapedLetters = "AbBzafnrtvdDsSwWCQExpP";

    private readonly List<Item> _items = [];
    private readonly bool _isLiteral;
    private readonly string? _suffix;

    internal IgnorePattern(string text, bool isException)
    {
        Text = text;
        IsException = isException;
        _isLiteral = text.AsSpan().IndexOfAny(Wildcards) < 0;
        if (!_isLiteral)
        {
            Compile(StartsWithIgnoredMark(text) ? 1 : 0);
        }

        // "**" and a plain rest is a suffix there, so that **foo fits barfoo.
        if (text.StartsWith("**", StringComparison.Ordinal) && text.AsSpan(2).IndexOfAny(Wildcards) < 0)
        {
            _suffix = text[2..];
        }
    }

    /// <summary>The cleaned pattern without the exclamation mark.</summary>
    public string Text { get; }

    /// <summary>Whether it takes paths back in.</summary>
    public bool IsException { get; }

    /// <summary>Whether it has no wildcard.</summary>
    internal bool IsLiteral => _isLiteral;

    private enum Kind
    {
        Literal,
        One,
        Segment,
        Levels,
        InsideLevels,
        Rest,
        Class,
    }

    /// <summary>Whether the pattern fits this very path; that it fits a directory above is asked separately.</summary>
    public bool IsMatch(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (_isLiteral)
        {
            return path == Text;
        }

        if (_suffix is not null)
        {
            return path.EndsWith(_suffix, StringComparison.Ordinal)
                || (_suffix.StartsWith('/') && path.AsSpan().SequenceEqual(_suffix.AsSpan(1)));
        }

        return Match(path);
    }

    /// <summary>
    /// The pattern that fits a name and nothing else; null for a name that no line of a .dockerignore file can hold.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <param name="isLineStart">Whether the line begins with it.</param>
    public static string? Naming(string name, bool isLineStart)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length == 0 || name.Any(char.IsControl) || name[0] == '\uFEFF')
        {
            return null;
        }

        var pattern = new System.Text.StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            // Blanks at an end are cut off, and what begins a line may mean something; in brackets a blank is no end.
            var isEnd = i == name.Length - 1 || (i == 0 && isLineStart);
            _ = isEnd && char.IsWhiteSpace(name[i]) ? pattern.Append('[').Append(name[i]).Append(']')
                : name[i] is '*' or '?' or '[' or '\\' || (i == 0 && isLineStart && name[i] is '#' or '!') ? pattern.Append('\\')
                    .Append(name[i])
                : pattern.Append(name[i]);
        }

        // The engine makes a regular expression of a pattern with escapes, which holds UTF-8 only.
        return pattern.Length == name.Length || PathText.IsText(name) ? pattern.ToString() : null;
    }

    /// <summary>Whether the escapes of a pattern can be read: the engine turns it into a regular expression.</summary>
    internal static bool HasValidEscapes(string text)
    {
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
                if (text[i] > '\u007f' || (char.IsAsciiLetter(text[i]) && !EscapedLetters.Contains(text[i], StringComparison.Ordinal)))
                {
                    return false;
                }
            }
        }

        return true;
    }

    // The scanner that reads a pattern with wildcards skips a byte order mark at its start; the other ways to match do not.
    private static bool StartsWithIgnoredMark(string text) =>
        text.StartsWith('\uFEFF')
            && !(text.EndsWith("**", StringComparison.Ordinal) && text.AsSpan(0, text.Length - 2).IndexOfAny(Wildcards) < 0);

    private void Compile(int start)
    {
        for (var i = start; i < Text.Length; i++)
        {
            switch (Text[i])
            {
                case '*' when i + 1 < Text.Length && Text[i + 1] == '*':
                    i++;
                    i += i + 1 < Text.Length && Text[i + 1] == '/' ? 1 : 0;
                    if (i + 1 == Text.Length)
                    {
                        _items.Add(new Item(Kind.Rest));
                        break;
                    }

                    _items.Add(new Item(Kind.Levels));
                    _items.Add(new Item(Kind.InsideLevels));
                    break;
                case '*':
                    _items.Add(new Item(Kind.Segment));
                    break;
                case '?':
                    _items.Add(new Item(Kind.One));
                    break;
                case '\\' when i + 1 < Text.Length:
                    _items.Add(new Item(Kind.Literal, Text[++i]));
                    break;
                case '[' when ReadClass(i) is { } end:
                    _items.Add(new Item(Kind.Class, Set: Text[(i + 1)..end]));
                    i = end;
                    break;
                default:
                    _items.Add(new Item(Kind.Literal, Text[i]));
                    break;
            }
        }
    }

    private int? ReadClass(int open)
    {
        // A bracket that comes first, or first behind the caret, is a member.
        var first = open + 1 < Text.Length && Text[open + 1] == '^' ? open + 2 : open + 1;
        for (var i = first; i < Text.Length; i++)
        {
            if (Text[i] == '\\')
            {
                i++;
            }
            else if (Text[i] == ']' && i > first)
            {
                return i;
            }
        }

        return null;
    }

    // The set of places in the pattern that the characters read so far can have reached.
    private bool Match(string path)
    {
        var reached = new bool[_items.Count + 1];
        var next = new bool[_items.Count + 1];
        reached[0] = true;
        Close(reached);
        for (var t = 0; t < path.Length; t++)
        {
            Array.Clear(next);
            var any = false;
            for (var place = 0; place < _items.Count; place++)
            {
                if (!reached[place])
                {
                    continue;
                }

                var item = _items[place];
                var c = path[t];
                switch (item.Kind)
                {
                    case Kind.Rest:
                        any |= next[place] = true;
                        break;
                    case Kind.Levels: // all of (.*/)? or nothing of it: once inside, it is left behind a slash only
                        any |= next[place + 1] = true;
                        next[place + 2] |= c == '/';
                        break;
                    case Kind.InsideLevels:
                        any |= next[place] = true;
                        next[place + 1] |= c == '/';
                        break;
                    case Kind.Segment when c != '/':
                        any |= next[place] = true;
                        break;
                    case Kind.One when c != '/':
                    case Kind.Literal when c == item.Character:
                    case Kind.Class when InSet(item.Set!, c):
                        any |= next[place + 1] = true;
                        break;
                }
            }

            if (!any)
            {
                return false;
            }

            (reached, next) = (next, reached);
            Close(reached);
        }

        return reached[^1];
    }

    private void Close(bool[] reached)
    {
        for (var place = 0; place < _items.Count; place++)
        {
            if (reached[place] && _items[place].Kind is (Kind.Segment or Kind.Rest or Kind.Levels))
            {
                reached[place + (_items[place].Kind == Kind.Levels ? 2 : 1)] = true;
            }
        }
    }

    private static bool InSet(string set, char c)
    {
        var isNegated = set.StartsWith('^');
        var isMatch = false;
        for (var i = isNegated ? 1 : 0; i < set.Length; i++)
        {
            i += set[i] == '\\' && i + 1 < set.Length ? 1 : 0;
            var low = set[i];
            if (i + 2 < set.Length && set[i + 1] == '-')
            {
                isMatch |= low <= c && c <= set[i + 2];
                i += 2;
            }
            else
            {
                isMatch |= low == c;
            }
        }

        return isMatch != isNegated;
    }

    private sealed record Item(Kind Kind, char Character = '\0', string? Set = null);
}
