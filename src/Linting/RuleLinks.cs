using System.Text;

namespace Dockerlint.Linting;

/// <summary>
/// Pages about rules: those of our site, once it has an address (<c>DocsBaseUri</c> in Directory.Build.props), and those that are known
/// elsewhere.
/// </summary>
public static class RuleLinks
{
    /// <summary>The address of our site, with a slash at its end; null as long as it has none.</summary>
    public static string? Site { get; } = SiteOf(DocsSite.BaseUri);

    /// <summary>The page of a rule that the program has: on our site if that has an address, else where the code is known.</summary>
    /// <param name="id">The rule.</param>
    public static string? OfRule(string id) => OfRule(id, Site);

    /// <summary>The same for a site.</summary>
    /// <param name="id">The rule.</param>
    /// <param name="site">The address of the site, with a slash at its end; null for none.</param>
    public static string? OfRule(string id, string? site) => site is null ? Of(id) : $"{site}rules/{id}.html";

    /// <summary>An address as it is built upon: with a slash at its end, and null for an empty one.</summary>
    /// <param name="address">What is configured.</param>
    public static string? SiteOf(string address) =>
        string.IsNullOrWhiteSpace(address) ? null : address.EndsWith('/') ? address : address + "/";

    /// <summary>The page of a code; null for one of our own.</summary>
    /// <param name="id">hadolint's (DL and digits), ShellCheck's (SC and digits), or the name of a BuildKit check.</param>
    public static string? Of(string id)
    {
        if (id == Linter.SyntaxErrorId)
        {
            return null;
        }

        if (HasDigits(id))
        {
            return id.StartsWith("DL", StringComparison.Ordinal) ? "https://github.com/hadolint/hadolint/wiki/" + id
                : id.StartsWith("SC", StringComparison.Ordinal) ? "https://www.shellcheck.net/wiki/" + id
                : null;
        }

        return "https://docs.docker.com/go/dockerfile/rule/" + Hyphenated(id) + "/";
    }

    private static bool HasDigits(string id) => id.Length > 2 && id.AsSpan(2).IndexOfAnyExceptInRange('0', '9') < 0;

    // JSONArgsRecommended is json-args-recommended.
    private static string Hyphenated(string name)
    {
        var result = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var opensWord = char.IsAsciiLetterUpper(name[i])
                && (char.IsAsciiLetterLower(name[Math.Max(0, i - 1)]) || (i + 1 < name.Length && char.IsAsciiLetterLower(name[i + 1])));
            result.Append(i > 0 && opensWord ? "-" : "").Append(char.ToLowerInvariant(name[i]));
        }

        return result.ToString();
    }
}
