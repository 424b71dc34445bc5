using Dockerlint.Text;

namespace Dockerlint.Linting.Secrets;

/// <summary>Finds secrets that are known by their form, in one pass a format and without regular expressions.</summary>
public static class TokenScanner
{
    private const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private const string Alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const string Base64Url = Alphanumeric + "-_";
    private const string Base64 = Alphanumeric + "+/=";

    // Fewer different characters than this are a placeholder such as xxxxxxxx.
    private const int FewestDifferent = 8;

    private static readonly TokenFormat[] s_formats =
    [
        new("an AWS access key", "AKIA", 16, 16, Upper),
        new("an AWS access key", "ASIA", 16, 16, Upper),
        new("a GitHub token", "ghp_", 36, 36, Alphanumeric),
        new("a GitHub token", "gho_", 36, 36, Alphanumeric),
        new("a GitHub token", "ghu_", 36, 36, Alphanumeric),
        new("a GitHub token", "ghs_", 36, 36, Alphanumeric),
        new("a GitHub token", "github_pat_", 40, 100, Alphanumeric + "_"),
        new("a GitLab token", "glpat-", 20, 64, Base64Url),
        new("a Slack token", "xoxb-", 24, 120, Alphanumeric + "-"),
        new("a Slack token", "xoxp-", 24, 120, Alphanumeric + "-"),
        new("a Slack token", "xoxa-", 24, 120, Alphanumeric + "-"),
        new("a Slack webhook", "https://hooks.slack.com/services/T", 30, 60, Alphanumeric + "/"),
        new("a Google API key", "AIza", 35, 35, Base64Url),
        new("a Stripe key", "sk_live_", 20, 120, Alphanumeric),
        new("a Stripe key", "rk_live_", 20, 120, Alphanumeric),
        new("an npm token", "npm_", 36, 36, Alphanumeric),
        new("a PyPI token", "pypi-AgEI", 50, 250, Base64Url),
        new("a Docker Hub token", "dckr_pat_", 27, 36, Base64Url),
        new("a Hugging Face token", "hf_", 34, 34, Alphanumeric),
        new("a DigitalOcean token", "dop_v1_", 64, 64, "0123456789abcdef"),
        new("a SendGrid key", "SG.", 66, 66, Base64Url + "."),
        new("an Azure storage key", "AccountKey=", 80, 90, Base64),
        new("a JSON web token", "eyJ", 60, 4096, Base64Url + "."),
    ];

    /// <summary>The secrets in a text, with what they are and where they stand in it.</summary>
    public static IEnumerable<(string Kind, TextSpan Span)> Find(string text)
    {
        foreach (var format in s_formats)
        {
            for (var at = text.IndexOf(format.Prefix, StringComparison.Ordinal); at >= 0; at =
                text.IndexOf(format.Prefix, at + 1, StringComparison.Ordinal))
            {
                var start = at + format.Prefix.Length;
                var length = text.AsSpan(start).IndexOfAnyExcept(format.Alphabet);
                length = length < 0 ? text.Length - start : length;
                var body = text.AsSpan(start, length);
                if (length >= format.Least && length <= format.Most && (at == 0 || !IsWord(text[at - 1])) && IsReal(format, body))
                {
                    yield return (format.Kind, TextSpan.FromBounds(at, start + length));
                }
            }
        }

        for (var at = text.IndexOf("-----BEGIN ", StringComparison.Ordinal); at >= 0; at =
            text.IndexOf("-----BEGIN ", at + 1, StringComparison.Ordinal))
        {
            var end = text.IndexOf("-----", at + 11, StringComparison.Ordinal);
            if (end > 0 && end - at < 60 && text.AsSpan(at, end - at).EndsWith("PRIVATE KEY"))
            {
                yield return ("a private key", TextSpan.FromBounds(at, end + 5));
            }
        }
    }

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    private static bool IsReal(TokenFormat format, ReadOnlySpan<char> body)
    {
        if (body.Contains("EXAMPLE", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var seen = new HashSet<char>();
        foreach (var c in body)
        {
            seen.Add(c);
        }

        // Three parts of a JSON web token, of which the second begins as JSON does in base64.
        return seen.Count >= FewestDifferent
            && (format.Prefix != "eyJ" || (body.Count('.') == 2 && body.Contains(".eyJ", StringComparison.Ordinal)));
    }
}
