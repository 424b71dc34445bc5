namespace Dockerlint.Semantics;

/// <summary>
/// The patterns of <c>${x#p}</c>, <c>${x%p}</c> and <c>${x/p/r}</c> as BuildKit reads them: <c>*</c>, <c>?</c> and backslash
/// escapes, no brackets; neither wildcard matches a line feed.
/// </summary>
internal sealed class GlobPattern
{
    private readonly List<(char Character, Kind Kind)> _items;

    private GlobPattern(List<(char Character, Kind Kind)> items) => _items = items;

    private enum Kind
    {
        Literal,
        One,
        Any,
    }

    /// <summary>Null for an escape of a character that needs none, which BuildKit rejects.</summary>
    internal static GlobPattern? TryParse(string pattern)
    {
        var items = new List<(char, Kind)>();
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '*':
                    items.Add(('*', Kind.Any));
                    break;
                case '?':
                    items.Add(('?', Kind.One));
                    break;
                case '\\' when i + 1 < pattern.Length && pattern[i + 1] is '}' or '/':
                    break;
                case '\\' when i + 1 >= pattern.Length || pattern[i + 1] is not ('*' or '?' or '\\'):
                    return null;
                case '\\':
                    items.Add((pattern[++i], Kind.Literal));
                    break;
                default:
                    items.Add((pattern[i], Kind.Literal));
                    break;
            }
        }

        return new GlobPattern(items);
    }

    /// <summary>The same pattern for reversed text.</summary>
    internal GlobPattern Reversed() => new([.. Enumerable.Reverse(_items)]);

    /// <summary>How many characters from a place on match, longest or shortest; -1 when none do.</summary>
    internal int Match(ReadOnlySpan<char> text, bool longest)
    {
        // The set of pattern places that the text read so far can have reached.
        var reached = new bool[_items.Count + 1];
        reached[0] = true;
        Close(reached);
        var best = -1;
        for (var i = 0; ; i++)
        {
            if (reached[^1])
            {
                best = i;
                if (!longest)
                {
                    return best;
                }
            }

            if (i == text.Length || !reached.AsSpan().Contains(true))
            {
                return best;
            }

            var next = new bool[reached.Length];
            for (var place = 0; place < _items.Count; place++)
            {
                if (!reached[place])
                {
                    continue;
                }

                var (character, kind) = _items[place];
                if (kind == Kind.Any && text[i] != '\n')
                {
                    next[place] = true;
                }
                else if ((kind == Kind.One && text[i] != '\n') || (kind == Kind.Literal && character == text[i]))
                {
                    next[place + 1] = true;
                }
            }

            reached = next;
            Close(reached);
        }
    }

    private void Close(bool[] reached)
    {
        for (var place = 0; place < _items.Count; place++)
        {
            reached[place + 1] |= reached[place] && _items[place].Kind == Kind.Any;
        }
    }
}
