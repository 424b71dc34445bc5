using System.Text;

namespace Dockerlint.Syntax.Grammar;

/// <summary>Flags lose their quotes and backslashes in the line parser, before any expansion.</summary>
internal static class FlagText
{
    /// <summary>The text without quotes and backslashes.</summary>
    internal static string Unquote(ReadOnlySpan<char> raw)
    {
        if (raw.IndexOfAny('\'', '"', '\\') < 0)
        {
            return raw.ToString();
        }

        var builder = new StringBuilder(raw.Length);
        Unquote(raw, (_, c) => builder.Append(c));
        return builder.ToString();
    }

    /// <summary>Calls back for each character that stays, with its place in the raw text.</summary>
    internal static void Unquote(ReadOnlySpan<char> raw, Action<int, char> keep)
    {
        var quote = '\0';
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] == '\\')
            {
                if (++i < raw.Length)
                {
                    keep(i, raw[i]);
                }
            }
            else if (quote == raw[i])
            {
                quote = '\0';
            }
            else if (quote == '\0' && raw[i] is '\'' or '"')
            {
                quote = raw[i];
            }
            else
            {
                keep(i, raw[i]);
            }
        }
    }
}
