using System.Text;

namespace Dockerlint.Reporting;

/// <summary>Text for formats that escape control characters themselves but cannot hold lone surrogates.</summary>
internal static class WellFormedText
{
    /// <summary>The text with U+FFFD in place of each lone surrogate.</summary>
    public static string Of(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            result.Append(rune.ToString());
        }

        return result.ToString();
    }
}
