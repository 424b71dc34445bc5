using Dockerlint.Commands;

namespace Dockerlint.Cache;

/// <summary>What commands print, as far as their words, their input and files alone decide it.</summary>
internal sealed class CommandOutput(StepFiles files)
{
    /// <summary>What a command prints; null when it depends on more, or when the command is none that only prints.</summary>
    internal FileContent? Of(FollowedCommand command, FileContent? input)
    {
        var use = command.Use;
        return !command.IsPlain ? null
            : use.Tool == TextTools.Echo ? Echo(use.Arguments)
            : use.Tool == TextTools.Printf ? Printf(use.Arguments)
            : use.Tool == TextTools.Cat ? Cat(use, input)
            : IsFilter(use) ? Filtered(command, input)
            : null;
    }

    private static FileContent? Echo(ReadOnlySpan<CommandWord> words)
    {
        var isBare = words is [{ Text: "-n" }, ..];
        words = isBare ? words[1..] : words;

        // Shells disagree on backslashes and on other options.
        if (words is [{ Text: ['-', ..] }, ..])
        {
            return null;
        }

        var line = string.Join(' ', words.ToArray().Select(word => word.Text));
        return line.Contains('\\', StringComparison.Ordinal) ? null : FileContent.OfText(isBare ? line : line + "\n");
    }

    private static FileContent? Printf(ReadOnlySpan<CommandWord> words)
    {
        if (words is not [{ Text: { } format }] || format.Contains('%', StringComparison.Ordinal) || format.StartsWith('-'))
        {
            return null;
        }

        var text = format.Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\t", "\t", StringComparison.Ordinal);
        return text.Contains('\\', StringComparison.Ordinal) ? null : FileContent.OfText(text);
    }

    private FileContent? Cat(Invocation use, FileContent? input)
    {
        if (!use.Options.IsEmpty || use.Operands.Any(operand => operand.Text == "-"))
        {
            return null;
        }

        if (use.Operands.IsEmpty)
        {
            return input;
        }

        var content = FileContent.Empty;
        foreach (var operand in use.Operands)
        {
            if (files.Read(operand.Text) is not { } part)
            {
                return null;
            }

            content = content.Append(part);
        }

        return content;
    }

    private static bool IsFilter(Invocation use) => use.Tool == TextTools.Sed
        ? use.Options.All(option => option.MainName is "-E" or "-e") && Scripts(use).All(IsSubstitution)
        : use is { OnlyTells: true, Repeats: Repeatability.Same } && use.Does(EffectKind.Prints);

    private static IEnumerable<string> Scripts(Invocation use) => use.Has(OptionRole.Text)
        ? use.Options.Where(option => option.Role == OptionRole.Text).Select(option => option.KnownValue ?? "")
        : use.Operands.Take(1).Select(operand => operand.Text);

    // s/one/other/ without a file to write or a command to run.
    private static bool IsSubstitution(string script) => script.Length > 1 && script[0] == 's'
        && script.Split(script[1]) is [_, _, _, var flags] && flags.All(flag => flag is 'g' or 'i' or 'I' or (>= '0' and <= '9'));

    // What they print depends on their words, the files these name, what they read and the tools themselves. Other words or files
    // may still give the same, so the result counts as not followed.
    private FileContent? Filtered(FollowedCommand command, FileContent? input)
    {
        var use = command.Use;
        var described = new List<string>();
        foreach (var word in use.Operands.Concat(use.Options.Select(option => option.Value).OfType<CommandWord>()))
        {
            if (word.Text.Length == 0 || word.Text == "-")
            {
                continue;
            }

            var found = files.Find(word.Text);
            if (files.IsForeign(found.Path))
            {
                return null;
            }

            described.Add(files.Files.Describe(files.Path(word.Text)) ?? "nothing");
        }

        files.MayFail |= described.Count > 0 || use.Does(EffectKind.Tests);
        var locale = command.Inner().Environment
            .Where(pair => pair.Key.StartsWith("LC_", StringComparison.Ordinal) || pair.Key is "LANG" or "TZ")
            .OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}");
        var settings = use.Environment.Select(setting => $"{setting.Name}={setting.Value}");
        return FileContent.OfIdentity("run:" + ContentDigest.Of(
            [files.Image, files.Folder, input?.Identity ?? "", .. command.Words, "", .. described, "", .. locale, "", .. settings]));
    }
}
