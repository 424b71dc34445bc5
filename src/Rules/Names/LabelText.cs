using System.Buffers;

namespace Dockerlint.Rules;

/// <summary>Forms that the values of labels may have to take.</summary>
internal static class LabelText
{
    private static readonly SearchValues<char> s_uriCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@%/?");

    private static readonly SearchValues<char> s_atomCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-/=?^_`{|}~");

    /// <summary>Whether the text is an absolute URI as in RFC 3986, with or without fragment.</summary>
    internal static bool IsAbsoluteUri(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1 || !char.IsAsciiLetter(text[0]) || !text.AsSpan(0, colon).ToString()
            .All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '.'))
        {
            return false;
        }

        var rest = text.AsSpan(colon + 1);
        if (rest.StartsWith("//"))
        {
            // A host in brackets is an IP address; elsewhere brackets have to be escaped.
            var end = rest[2..].IndexOfAny('/', '?', '#');
            var authority = end < 0 ? rest[2..] : rest.Slice(2, end);
            var open = authority.IndexOf('[');
            if (open >= 0)
            {
                var close = authority.IndexOf(']');
                if (close < open || authority[(open + 1)..close].ContainsAnyExcept("0123456789abcdefABCDEF:.vV%"))
                {
                    return false;
                }

                rest = string.Concat(authority[..open], "x", authority[(close + 1)..], end < 0 ? "" : rest[(2 + end)..]);
            }
        }

        var hash = rest.IndexOf('#');
        return AreUriCharacters(hash < 0 ? rest : rest[..hash]) && (hash < 0 || AreUriCharacters(rest[(hash + 1)..]));
    }

    /// <summary>Whether the text is a date and time as in RFC 3339.</summary>
    internal static bool IsTime(string text)
    {
        if (text.Length < 20 || text[4] != '-' || text[7] != '-' || text[10] is not ('T' or 't') || text[13] != ':' || text[16] != ':'
            || Number(text, 0, 4) is not { } year || Number(text, 5, 2) is not (>= 1 and <= 12 and var month)
                || Number(text, 8, 2) is not { } day
            || day < 1 || day > DateTime.DaysInMonth(Math.Max(1, year), month)
            || Number(text, 11, 2) is not <= 23 || Number(text, 14, 2) is not <= 59 || Number(text, 17, 2) is not <= 60)
        {
            return false;
        }

        var position = 19;
        if (text[position] == '.')
        {
            var start = ++position;
            while (position < text.Length && char.IsAsciiDigit(text[position]))
            {
                position++;
            }

            if (position == start)
            {
                return false;
            }
        }

        var zone = text[position..];
        return zone is "Z" or "z"
            || (zone.Length == 6 && zone[0] is '+' or '-' && zone[3] == ':' && Number(zone, 1, 2) <= 23 && Number(zone, 4, 2) <= 59);
    }

    /// <summary>Whether the text is a git commit hash: SHA-1, shortened or not, or SHA-256.</summary>
    internal static bool IsHash(string text) => text.Length is (>= 7 and <= 40) or 64 && text.All(char.IsAsciiHexDigit);

    /// <summary>Whether the text is a version as in Semantic Versioning 2.0.</summary>
    internal static bool IsSemVer(string text)
    {
        var plus = text.IndexOf('+', StringComparison.Ordinal);
        var core = plus < 0 ? text : text[..plus];
        var dash = core.IndexOf('-', StringComparison.Ordinal);
        var numbers = (dash < 0 ? core : core[..dash]).Split('.');
        return numbers.Length == 3 && numbers.All(IsNumber)
            && (dash < 0 || core[(dash + 1)..].Split('.')
                .All(part => IsIdentifier(part) && (!part.All(char.IsAsciiDigit) || IsNumber(part))))
            && (plus < 0 || text[(plus + 1)..].Split('.').All(IsIdentifier));
    }

    /// <summary>Whether the text is an address as in RFC 5322, without comments and without a name.</summary>
    internal static bool IsAddress(string text)
    {
        var at = text.LastIndexOf('@');
        return at > 0 && IsLocalPart(text[..at]) && (IsDotAtom(text[(at + 1)..]) || IsDomainLiteral(text[(at + 1)..]));
    }

    /// <summary>Whether the text is an address, or a name and an address in angle brackets.</summary>
    internal static bool IsMailbox(string text)
    {
        var open = text.LastIndexOf('<');
        return IsAddress(text.Trim()) || (open >= 0 && text.EndsWith('>') && IsAddress(text[(open + 1)..^1]));
    }

    private static bool AreUriCharacters(ReadOnlySpan<char> text)
    {
        for (var i = text.IndexOf('%'); i >= 0 && i < text.Length; i++)
        {
            if (text[i] == '%' && (i + 2 >= text.Length || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2])))
            {
                return false;
            }
        }

        return !text.ContainsAnyExcept(s_uriCharacters);
    }

    private static int? Number(string text, int start, int length) =>
        text.AsSpan(start, length).ContainsAnyExceptInRange('0', '9') ? null
            : int.Parse(text.AsSpan(start, length), System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsNumber(string text) => text.Length > 0 && text.All(char.IsAsciiDigit) && (text[0] != '0' || text.Length == 1);

    private static bool IsIdentifier(string text) => text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static bool IsLocalPart(string text) => IsDotAtom(text)
        || (text.Length >= 2 && text[0] == '"' && text[^1] == '"' && !text.AsSpan(1, text.Length - 2).ContainsAny('"', '\r', '\n'));

    private static bool IsDotAtom(string text) =>
        text.Split('.').All(atom => atom.Length > 0 && !atom.AsSpan().ContainsAnyExcept(s_atomCharacters));

    private static bool IsDomainLiteral(string text) =>
        text.Length > 2 && text[0] == '[' && text[^1] == ']' && !text.AsSpan(1, text.Length - 2).ContainsAny('[', ']', '\\');
}
