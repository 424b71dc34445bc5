using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>What the words of a command are in the file: who can read them, and how they are changed.</summary>
internal static class CommandText
{
    /// <summary>
    /// Whether anybody who reads the file or its build arguments knows the value of a word: it is literal or made of ARG and ENV.
    /// </summary>
    internal static bool IsInFile(this InvocationUse use, CommandWord word) => IsInFile(use, use.Invocation, word);

    /// <summary>What a word of the tree is, for example the target of a redirection; null when only a running shell knows it.</summary>
    internal static string? Resolve(this InvocationUse use, ShellWord word)
    {
        var text = use is { Script: { } script, Invocation.Parent: null } ? script.Resolve(word) : word.LiteralValue;
        return text?.Contains(CommandWord.UnknownText, StringComparison.Ordinal) == true ? null : text;
    }

    /// <summary>
    /// The edit that takes a word away with the blank, or the comma of a list, before it; null when it is not plainly in the file.
    /// </summary>
    internal static TextEdit? Removal(this InvocationUse use, CommandWord word)
    {
        if (Place(use, word) is not { } span)
        {
            return null;
        }

        var source = use.Invocation.Text.Source.Text;
        if (use.Invocation.Command is not null)
        {
            return new TextEdit(
                span.Start > 0 && source[span.Start - 1] is ' ' or '\t' ? TextSpan.FromBounds(span.Start - 1, span.End) : span, "");
        }

        var comma = span.Start - 2;
        while (comma >= 0 && source[comma] is ' ' or '\t')
        {
            comma--;
        }

        return comma >= 0 && source[comma] == ',' ? new TextEdit(TextSpan.FromBounds(comma, span.End + 1), "") : null;
    }

    /// <summary>
    /// The edit that puts another word in the place of one; null when it is not plainly in the file. It must need no quotes.
    /// </summary>
    internal static TextEdit? Replacement(this InvocationUse use, CommandWord word, string text) =>
        Place(use, word) is { } span ? new TextEdit(span, text) : null;

    /// <summary>The edit that puts a word behind another; null when that is not plainly in the file. It must need no quotes.</summary>
    internal static TextEdit? Insertion(this InvocationUse use, CommandWord behind, string text) =>
        Place(use, behind) is not { } span ? null
        : use.Invocation.Command is not null ? new TextEdit(new TextSpan(span.End, 0), " " + text)
        : new TextEdit(new TextSpan(span.End + 1, 0), $", \"{text}\"");

    /// <summary>
    /// The variables that a command or its wrappers set for it alone, rather than the script for all behind it. What stands before a
    /// command of the RUN itself is left out: it is an assignment of the tree.
    /// </summary>
    internal static IEnumerable<EnvironmentSetting> OwnSettings(this Invocation command)
    {
        foreach (var setting in command.Environment)
        {
            if (setting.Value is not null && command.Parent?.Environment.Contains(setting) != true
                && (command.Command is not { } node || (node.Span.Contains(setting.Span)
                    && (command.Parent is not null || !node.Assignments.Any(assignment => assignment.Span == setting.Span)))))
            {
                yield return setting;
            }
        }
    }

    private static bool IsInFile(InvocationUse use, Invocation command, CommandWord word)
    {
        var hasUnknown = word.Text.Contains(CommandWord.UnknownText, StringComparison.Ordinal);
        foreach (var node in word.Syntax?.Walk() ?? [])
        {
            switch (node)
            {
                case CommandSubstitution or ProcessSubstitution or ArithmeticExpansion:
                    return false;
                case ParameterExpansion expansion when use.Before.Variables.Find(expansion.Name) is null
                    || IsAssigned(command, expansion.Name):
                    return false;
                case ParameterExpansion:
                    hasUnknown = false;
                    break;
                case ShellWordPart { LiteralValue: { } text } when text.Contains(CommandWord.UnknownText, StringComparison.Ordinal):
                    return command.Parent is { ScriptWord: { } outer } parent && IsInFile(use, parent, outer);
            }
        }

        return !hasUnknown;
    }

    // By the script itself, or by one around it.
    private static bool IsAssigned(Invocation command, string name)
    {
        for (var use = command; use is not null; use = use.Parent)
        {
            if (use.Tree?.Walk().Any(node => node is Assignment assignment && assignment.Name == name) == true)
            {
                return true;
            }
        }

        return false;
    }

    // Where a word stands that is in the file as it is: one of a script, or the inside of a string of the exec form.
    private static TextSpan? Place(InvocationUse use, CommandWord word)
    {
        var text = use.Invocation.Text;
        if (!text.IsExact(word.Span))
        {
            return null;
        }

        var span = text.ToSource(word.Span);
        var source = text.Source.Text;
        return use.Invocation.Command is not null
            ? word.Syntax is { LiteralValue: not null } syntax && syntax.Span == word.Span ? span : null
            : word.Syntax is null && span.Start > 0 && span.End < source.Length && source[span.Start - 1] == '"' && source[span.End] == '"'
                && source.AsSpan(span.Start, span.Length).SequenceEqual(word.Text) ? span : null;
    }
}
