using System.Text;

namespace Dockerlint.Linting;

/// <summary>Pages about rules that are known elsewhere. Rules of our own have none until this project has an address.</summary>
public static class RuleLinks
{
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
