using System.Text;
using Dockerlint.Formatting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Tests.Formatting;

/// <summary>
/// Judges what another formatter made of a file. It is more lenient than the proof of our own: values count and not how they are written,
/// so that
/// <c>ENV A b</c> may become <c>ENV A="b"</c>, backquotes <c>$()</c>, and quotes may go where they do nothing.
/// </summary>
internal static class FormatJudge
{
    /// <summary>What became of the file.</summary>
    internal static FormatVerdict Judge(SyntaxTree before, SyntaxTree after)
    {
        var (old, @new) = (before.Root, after.Root);
        if (after.Errors.Count > 0)
        {
            return FormatVerdict.Rejected;
        }

        if (!old.Instructions.Select(Name).SequenceEqual(@new.Instructions.Select(Name)) || old.EscapeCharacter != @new.EscapeCharacter)
        {
            return FormatVerdict.Instructions;
        }

        var shells = ShellsInForce.Of(before);
        for (var i = 0; i < old.Instructions.Count; i++)
        {
            var shell = shells[old.Instructions[i]];
            if (!Parts(old.Instructions[i], shell).SequenceEqual(Parts(@new.Instructions[i], shell)))
            {
                return FormatVerdict.Words;
            }
        }

        return Comments(before).SequenceEqual(Comments(after)) ? FormatVerdict.Same : FormatVerdict.Comments;
    }

    private static string Name(InstructionSyntax instruction) => instruction.Name.ToUpperInvariant();

    private static IEnumerable<string> Parts(InstructionSyntax instruction, string? shell)
    {
        var body = (instruction as OnbuildInstruction)?.Trigger ?? instruction;
        foreach (var flag in body.Flags.Select(flag => $"--{flag.Name}={Plain(flag.Value ?? "")}").Order(StringComparer.Ordinal))
        {
            yield return flag;
        }

        foreach (var part in Arguments(body, shell))
        {
            yield return part;
        }

        foreach (var heredoc in body.Heredocs)
        {
            yield return $"{heredoc.Name} {heredoc.IsExpanded} {heredoc.StripsTabs}";
            yield return body is RunInstruction run && RunScript.Create(run, shell) is [{ Script: { } script, Text: { } text }]
                && text.Text == heredoc.Content
                ? Plain(ShellShape.Of(script, text, sortsPackages: false)) : heredoc.Content;
        }
    }

    private static IEnumerable<string> Arguments(InstructionSyntax body, string? shell) => body switch
    {
        HealthcheckInstruction { IsNone: true } => ["NONE"],
        CommandInstruction { Command: JsonArraySyntax json } => Items(json),
        // COPY and their like take an array for the same list of words.
        WordListInstruction list => list.ExpandedWords.Select(word => word.LiteralValue ?? Plain(word.LogicalText)),
        CommandInstruction { Command: ShellFormSyntax form } => [Shape(form, shell)],
        KeyValueInstruction pairs =>
            pairs.Pairs.SelectMany(pair => new[] { Plain(pair.Key.RawText), pair.Value is null ? "\0" : Plain(pair.Value.RawText) }),
        FromInstruction from => [Plain(from.Image.RawText), from.StageName?.RawText ?? ""],
        _ => body.Children.OfType<WordSyntax>().Select(word => Plain(word.LogicalText)),
    };

    private static IEnumerable<string> Items(JsonArraySyntax json) => json.Items.Select(item => item.Value).Prepend("[");

    private static string Shape(ShellFormSyntax form, string? shell)
    {
        // Where the shell is none we know, every character counts but blanks, which it may or may not look at.
        var script = shell is { Length: 0 } ? null : RunScript.Of(form.GetText(), shell);
        return script is { Script: { } tree, Text: { } text } ? Plain(ShellShape.Of(tree, text, sortsPackages: false))
            : Plain(string.Join(' ', Words(form.LogicalText)));
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    // Without quotes, escapes, lengths of words, and with one way to write a substitution.
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is not ('"' or '\'' or '\\' or '`' or '$' or '(' or ')' or '{' or '}' or ';') && !char.IsAsciiDigit(c))
            {
                plain.Append(c);
            }
        }

        return string.Join(' ', Words(plain.ToString()));
    }

    private static IEnumerable<string> Comments(SyntaxTree tree) =>
        FileComments.Of(tree).Select(comment => string.Join(' ', Words(comment.Text.TrimStart('#'))));
}
