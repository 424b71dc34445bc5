using Dockerlint.Linting.Secrets;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Verification;

/// <summary>Reads what an image's history says of each step, and writes it as a Dockerfile where there is none.</summary>
public static class HistoryText
{
    private const string Metadata = "#(nop) ";
    private const string Shell = "/bin/sh -c ";
    private const string BuildKitEnd = " # buildkit";

    private const string NameCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-";

    private static readonly string[] s_keywords =
    [
        "ADD", "ARG", "CMD", "COPY", "ENTRYPOINT", "ENV", "EXPOSE", "HEALTHCHECK", "LABEL", "MAINTAINER", "ONBUILD", "RUN", "SHELL",
        "STOPSIGNAL", "USER", "VOLUME", "WORKDIR",
    ];

    /// <summary>The instruction that an entry comes from; null when it does not tell.</summary>
    internal static string? KeywordOf(string createdBy) => Split(createdBy).Keyword;

    /// <summary>A Dockerfile that says what the history says, an instruction a line.</summary>
    /// <param name="config">The configuration with the history.</param>
    /// <param name="name">The name of the image.</param>
    /// <param name="baseName">The image it is built on, with the number of its steps.</param>
    internal static SyntaxTree ToDockerfile(ImageConfig config, string name, (string Name, int Steps)? baseName = null)
    {
        var lines = new List<string> { "FROM " + (baseName?.Name ?? "scratch") };
        foreach (var (createdBy, hasLayer) in config.History.Skip(baseName?.Steps ?? 0))
        {
            var (keyword, text) = Split(createdBy);

            // What nothing is known of makes files, or nothing.
            lines.Add((keyword, hasLayer) switch
            {
                (null, true) => "RUN : " + text,
                (null, false) => "ARG unknown",
                _ => $"{keyword} {Words(keyword, text)}",
            });
        }

        return DockerfileParser.Parse(SourceText.From(string.Join('\n', lines) + "\n", name));
    }

    private static (string? Keyword, string Text) Split(string createdBy)
    {
        var text = createdBy.Trim().Replace('\n', ' ').Replace('\r', ' ').Replace("\\ ", " ", StringComparison.Ordinal);
        text = text.EndsWith(BuildKitEnd, StringComparison.Ordinal) ? text[..^BuildKitEnd.Length] : text;
        if (text.StartsWith(Shell + Metadata, StringComparison.Ordinal))
        {
            text = text[(Shell.Length + Metadata.Length)..].Trim();
        }

        var space = text.IndexOf(' ', StringComparison.Ordinal);
        var word = space < 0 ? text : text[..space];
        var rest = space < 0 ? "" : text[(space + 1)..].Trim();
        if (s_keywords.Contains(word))
        {
            return (word, word == "RUN" ? WithoutShell(rest) : rest);
        }

        var isRun = text.StartsWith(Shell, StringComparison.Ordinal)
            || (text.StartsWith('|') && text.Contains(Shell, StringComparison.Ordinal));
        return isRun ? ("RUN", WithoutShell(text)) : (null, text);
    }

    // Values of build arguments stand before the shell, and are nobody's business.
    private static string WithoutShell(string text) => text.StartsWith('|') || text.StartsWith(Shell, StringComparison.Ordinal)
        ? text.IndexOf(Shell, StringComparison.Ordinal) is >= 0 and var at ? text[(at + Shell.Length)..] : ":" : text;

    // Go writes lists without commas.
    private static string Words(string keyword, string text) => text.Length == 0 ? "none"
        : keyword is "CMD" or "ENTRYPOINT" or "SHELL" && text.StartsWith('[') ? text.Replace("\" \"", "\", \"", StringComparison.Ordinal)
        : keyword is "EXPOSE" or "VOLUME" ? text.Replace("map[", "", StringComparison.Ordinal).Replace(":{}", "", StringComparison.Ordinal)
            .Trim('[', ']')
        : keyword is "ENV" or "ARG" or "LABEL" ? WithoutSecrets(text)
        : text;

    // Reports quote lines of the Dockerfile, and this one nobody has written.
    private static string WithoutSecrets(string text)
    {
        var words = text.Split(' ');
        var isHidden = false;
        for (var i = 0; i < words.Length; i++)
        {
            var equals = words[i].IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && words[i].AsSpan(0, equals).IndexOfAnyExcept(NameCharacters) < 0)
            {
                isHidden = SecretName.Holds(words[i][..equals], words[i][(equals + 1)..].Trim('"', '\''));
                words[i] = isHidden ? words[i][..(equals + 1)] + "***" : words[i];
            }
            else if (isHidden)
            {
                words[i] = "";
            }
        }

        return string.Join(' ', words.Where(word => word.Length > 0));
    }
}
