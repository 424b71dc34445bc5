using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>Files that curl and wget write.</summary>
internal static class DownloadedFile
{
    /// <summary>The file that a command downloads to, as written; null when there is none or it is not known.</summary>
    internal static string? FileOf(CommandUse use)
    {
        if (use.Command.Name is not ("curl" or "wget") || CommandLine.Of(use) is not { } line)
        {
            return null;
        }

        // With a folder, a list of addresses or several of them it is not known which file is meant.
        if (line.Name == "wget" && line.Has("-P", "--directory-prefix", "-i", "--input-file", "--spider"))
        {
            return null;
        }

        var url = Enumerable.Range(0, line.Arguments.Count).Select(line.Sketch).FirstOrDefault(Downloads.IsAddress);
        return OutputOf(line, url ?? "") is { Length: > 0 } file && file != "-" && !file.StartsWith("/dev/", StringComparison.Ordinal) ? file : null;
    }

    /// <summary>Where curl or wget writes what it fetches from an address: a file, <c>-</c> for the standard output, null when it is not known.</summary>
    internal static string? OutputOf(CommandLine line, string url)
    {
        // A redirection takes the output; without one of an option, wget writes its log there.
        return Option(line, url) is not "-" and var file ? file
            : line.Use.Command.Redirects.FirstOrDefault(redirect => redirect.Operator.Text is ">" or ">>" or ">|" && redirect.Descriptor is null or "1") is { } redirect
                ? line.Script.Resolve(redirect.Target)
                : "-";
    }

    private static string? Option(CommandLine line, string url)
    {
        var (name, takesName) = line.Name == "wget" ? ('O', "--output-document") : ('o', "--output");
        for (var i = 0; i < line.Arguments.Count; i++)
        {
            var word = line.Sketch(i);
            if (word.StartsWith(takesName + "=", StringComparison.Ordinal))
            {
                return Known(word[(takesName.Length + 1)..]);
            }

            var letter = word is ['-', not '-', ..] ? word.IndexOf(name, StringComparison.Ordinal) : -1;
            if (letter > 0 && letter < word.Length - 1)
            {
                return Known(word[(letter + 1)..]);
            }

            if (word == takesName || letter > 0)
            {
                return i + 1 < line.Arguments.Count ? Known(line.Sketch(i + 1)) : null;
            }
        }

        var isSaved = line.Name == "wget" || line.Arguments.Any(word => word is "--remote-name" or "--remote-name-all" || CommandArguments.HasShort(word, 'O'));
        return isSaved ? Known(url.Split('?', '#')[0].TrimEnd('/')[(url.Split('?', '#')[0].TrimEnd('/').LastIndexOf('/') + 1)..]) : "-";
    }

    private static string? Known(string text) => text.Contains(CommandLine.UnknownText, StringComparison.Ordinal) ? null : text is "/dev/stdout" ? "-" : text;
}
