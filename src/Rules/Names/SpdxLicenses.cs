namespace Dockerlint.Rules;

/// <summary>Licence ids and expressions as in the SPDX specification, annex D.</summary>
internal static partial class SpdxLicenses
{
    private static HashSet<string>? s_ids;
    private static HashSet<string>? s_exceptions;

    /// <summary>Whether the text is one licence id, in its own case.</summary>
    internal static bool IsId(string text) => Read(ref s_ids, Ids).TryGetValue(text, out var id) && id == text;

    /// <summary>Whether the text is an expression of licence ids, whatever their case.</summary>
    internal static bool IsExpression(string text)
    {
        var words = text.Replace("(", " ( ", StringComparison.Ordinal).Replace(")", " ) ", StringComparison.Ordinal)
            .Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var depth = 0;
        var wantsLicense = true;
        for (var i = 0; i < words.Length; i++)
        {
            switch (words[i])
            {
                case "(" when wantsLicense:
                    depth++;
                    break;
                case ")" when !wantsLicense && depth > 0:
                    depth--;
                    break;
                case "AND" or "and" or "OR" or "or" when !wantsLicense:
                    wantsLicense = true;
                    break;
                case "WITH" or "with" when !wantsLicense && words[i - 1] != ")" && i + 1 < words.Length && IsException(words[i + 1]):
                    i++;
                    break;
                case var word when wantsLicense && IsLicense(word):
                    wantsLicense = false;
                    break;
                default:
                    return false;
            }
        }

        return !wantsLicense && depth == 0;
    }

    private static bool IsLicense(string word) => Read(ref s_ids, Ids).Contains(word)
        || (word.EndsWith('+') && Read(ref s_ids, Ids).Contains(word[..^1])) || IsReference(word, "LicenseRef-");

    private static bool IsException(string word) => Read(ref s_exceptions, Exceptions).Contains(word) || IsReference(word, "AdditionRef-");

    // A licence of one's own, or one that another document describes.
    private static bool IsReference(string word, string prefix)
    {
        var own = word.StartsWith("DocumentRef-", StringComparison.Ordinal) && word.IndexOf(':', StringComparison.Ordinal) is > 0
            and var colon
            ? word[(colon + 1)..]
            : word;
        return own.Length > prefix.Length && own.StartsWith(prefix, StringComparison.Ordinal)
            && own.AsSpan(prefix.Length).ToString().All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.');
    }

    private static HashSet<string> Read(ref HashSet<string>? set, string list) =>
        set ??= new HashSet<string>(list.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
}
