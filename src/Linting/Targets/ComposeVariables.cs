using System.Text;

namespace Dockerlint.Linting.Targets;

/// <summary>Expands the variables of a Compose file without an environment.</summary>
internal static class ComposeVariables
{
    /// <summary>The text with defaults in place of variables and <c>$$</c> as a dollar sign; null when a variable has no default.</summary>
    internal static string? Expand(string text)
    {
        if (!text.Contains('$', StringComparison.Ordinal))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '$')
            {
                result.Append(text[i]);
                continue;
            }

            if (i + 1 < text.Length && text[i + 1] == '$')
            {
                result.Append('$');
                i++;
                continue;
            }

            var close = i + 1 < text.Length && text[i + 1] == '{' ? text.IndexOf('}', i) : -1;
            if (close < 0)
            {
                return null;
            }

            var body = text.AsSpan(i + 2, close - i - 2);
            var dash = body.IndexOf('-');
            if (dash < 1)
            {
                return null;
            }

            result.Append(body[(dash + 1)..]);
            i = close;
        }

        return result.ToString();
    }
}
