namespace Dockerlint.Cache;

// What commands print, and the files it goes to.
internal sealed partial class ScriptEffects
{
    private static readonly string[] s_filters =
        ["head", "tail", "sort", "uniq", "tr", "cut", "wc", "sed", "rev", "tac", "nl", "base64", "md5sum", "sha1sum", "sha256sum", "basename", "dirname", "seq"];

    private static string Name(IReadOnlyList<string> words) => words[0][(words[0].LastIndexOf('/') + 1)..];

    private bool Command(IReadOnlyList<string> words, FileContent? input, string? output, bool appends)
    {
        // RUN [] names no program; the engine finds out when it is to run it.
        if (words.Count == 0)
        {
            return false;
        }

        var name = Name(words);
        if (s_silent.Contains(name))
        {
            return output is null || Write(output, name is "true" or ":" or "sleep" or "set" ? FileContent.Empty
                : FileContent.OfIdentity($"run:{_result}/{output}"), appends);
        }

        var printed = Printed(name, words, input);
        if (printed is not null)
        {
            return output is null || output == "/dev/null" || Write(output, printed, appends);
        }

        return output is null && Change(name, words);
    }

    private FileContent? Printed(string name, IReadOnlyList<string> words, FileContent? input)
    {
        switch (name)
        {
            case "echo":
                var isBare = words.Count > 1 && words[1] == "-n";
                var line = string.Join(' ', words.Skip(isBare ? 2 : 1));

                // Shells disagree on backslashes and on other options.
                return line.Contains('\\', StringComparison.Ordinal) || (words.Count > 1 && !isBare && words[1].StartsWith('-'))
                    ? null
                    : FileContent.OfText(isBare ? line : line + "\n");
            case "printf" when words.Count == 2 && !words[1].Contains('%', StringComparison.Ordinal):
                var text = words[1].Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\t", "\t", StringComparison.Ordinal);
                return text.Contains('\\', StringComparison.Ordinal) || text.StartsWith('-') ? null : FileContent.OfText(text);
            case "cat" when words.Count == 1:
                return input;
            case "cat" when words.Count > 1 && words.Skip(1).All(word => !word.StartsWith('-')):
                var content = FileContent.Empty;
                foreach (var word in words.Skip(1))
                {
                    if (Read(word) is not { } part)
                    {
                        return null;
                    }

                    content = content.Append(part);
                }

                return content;
            case "sed" when !(words is [_, [not '-', ..] script, ..] && IsSubstitution(script)):
                return null;
            default:
                return s_filters.Contains(name) ? Filtered(words, input) : null;
        }
    }

    // s/one/other/ without a file to write or a command to run.
    private static bool IsSubstitution(string script) =>
        script.Length > 1 && script[0] == 's' && script.Split(script[1]) is [_, _, _, var flags] && flags.All(flag => flag is 'g' or 'i' or 'I' or (>= '0' and <= '9'));

    // What they print depends on their arguments, the files these name, what they read and the tools themselves. Other arguments or files
    // may still give the same, so the result counts as not followed.
    private FileContent Filtered(IReadOnlyList<string> words, FileContent? input)
    {
        var files = words.Skip(1).Where(word => word.Length > 0 && word[0] != '-').Select(word => _files.Describe(Path(word)) ?? "nothing");
        var locale = _run.Environment.Where(pair => pair.Key.StartsWith("LC_", StringComparison.Ordinal) || pair.Key is "LANG" or "TZ")
            .OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}");
        return FileContent.OfIdentity("run:" + ContentDigest.Of([_image, _directory, input?.Identity ?? "", .. words, "", .. files, "", .. locale]));
    }

    private FileContent? Read(string path)
    {
        var found = _files.Find(Path(path));
        return IsForeign(found.Path) ? null
            : found.Unseen is { } unseen ? FileContent.OfIdentity("at " + unseen)
            : found.Node?.Kind == StageNodeKind.File ? found.Node.Content
            : null;
    }

    private bool Write(string path, FileContent content, bool appends)
    {
        var found = _files.Find(Path(path));
        if (IsForeign(found.Path) || found.Node?.Kind == StageNodeKind.Directory)
        {
            return false;
        }

        var old = found.Node?.Content ?? (found.Unseen is { } unseen && !IsFresh(unseen) ? FileContent.OfIdentity("at " + unseen) : FileContent.Empty);
        content = appends ? old.Append(content) : content;
        _files = _files.With(found.Path, (found.Node ?? NewFile(found)) with { Content = content });
        return true;
    }

    // A path nobody has seen in a base image is taken to be new; behind a command that was not followed that is not known.
    private StageNode NewFile(StagePath found) => found.Unseen is { } unseen && !IsFresh(unseen)
        ? StageNode.File(FileContent.Empty, "644 or " + unseen, _owner + " or " + unseen)
        : StageNode.File(FileContent.Empty, "644", _owner);

    private static bool IsFresh(string unseen) => unseen.StartsWith("image:", StringComparison.Ordinal);
}
