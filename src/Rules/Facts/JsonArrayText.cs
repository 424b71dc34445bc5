using System.Globalization;
using System.Text;

namespace Dockerlint.Rules;

/// <summary>Writes the exec form. Only what JSON needs is escaped, since a person reads the file.</summary>
internal static class JsonArrayText
{
    /// <summary>
    /// The array of the strings; null when one of them cannot be written: a lone surrogate stands for a byte that is no UTF-8, which
    /// no JSON string can hold.
    /// </summary>
    internal static string? Of(IEnumerable<string> items) => List(items) is { } list ? $"[{list}]" : null;

    /// <summary>The strings as they stand between the brackets; null when one of them cannot be written.</summary>
    internal static string? List(IEnumerable<string> items)
    {
        var text = new StringBuilder();
        foreach (var item in items)
        {
            text.Append(text.Length == 0 ? "\"" : ", \"");
            if (!TryAppend(text, item))
            {
                return null;
            }

            text.Append('"');
        }

        return text.ToString();
    }

    private static bool TryAppend(StringBuilder text, string item)
    {
        for (var i = 0; i < item.Length; i++)
        {
            var c = item[i];
            if (char.IsSurrogate(c))
            {
                if (i == item.Length - 1 || !char.IsSurrogatePair(c, item[i + 1]))
                {
                    return false;
                }

                text.Append(c).Append(item[++i]);
            }
            else if (c is '"' or '\\')
            {
                text.Append('\\').Append(c);
            }
            else if (char.IsControl(c) || c is '\u2028' or '\u2029')
            {
                text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                text.Append(c);
            }
        }

        return true;
    }
}
