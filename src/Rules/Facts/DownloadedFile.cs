using Dockerlint.Semantics;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>Files that curl and wget write.</summary>
internal static class DownloadedFile
{
    /// <summary>The file that a command downloads to, as written; null when there is none or it is not known.</summary>
    internal static string? FileOf(CommandUse use)
    {
        if (use.Command.Name is not ("curl" or "wget"))
        {
            return null;
        }

        var isCurl = use.Command.Name == "curl";
        var arguments = use.Arguments;
        var name = default(string);
        var keepsName = !isCurl;
        for (var i = 0; i < arguments.Count; i++)
        {
            switch (arguments[i])
            {
                case null:
                    break;
                case "-o" or "--output" when isCurl:
                case "-O" or "--output-document" when !isCurl:
                    return i + 1 < arguments.Count ? Plain(arguments[i + 1]) : null;
                case "-P" or "--directory-prefix" or "-i" or "--spider" or "-" when !isCurl:
                    return null;
                case ['-', not '-', ..] word when isCurl && word[^1] == 'o':
                case ['-', not '-', ..] other when !isCurl && other[^1] == 'O':
                    return i + 1 < arguments.Count ? Plain(arguments[i + 1]) : null;
                case ['-', not '-', ..] word when isCurl && word.Contains('O'):
                case "--remote-name":
                    keepsName = true;
                    break;
                case { } word when word.StartsWith("--output-document=", StringComparison.Ordinal) || word.StartsWith("--output=", StringComparison.Ordinal):
                    return Plain(word[(word.IndexOf('=', StringComparison.Ordinal) + 1)..]);
                case { } word when MovingReference.IsUrl(word):
                    name ??= word.Split('?', '#')[0] is var path ? path[(path.LastIndexOf('/') + 1)..] : null;
                    break;
            }
        }

        // A redirection takes the output of curl; wget writes its log there.
        return isCurl && use.Command.Redirects.FirstOrDefault(redirect => redirect.Operator.Text == ">" && redirect.Descriptor is null or "1") is { } redirect
            ? Plain(use.Script.Resolve(redirect.Target))
            : keepsName && !string.IsNullOrEmpty(name) ? name : null;
    }

    private static string? Plain(string? file) => file is null or "-" or "" || file.StartsWith("/dev/", StringComparison.Ordinal) ? null : file;
}
