using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Formatting;

/// <summary>
/// Compares two layouts of one file, each parsed by itself: nothing of how the second was made from the first is known here.
/// </summary>
internal sealed class FormatProof(SyntaxTree before, SyntaxTree after, ShellsInForce shells, FormatStyle style)
{
    /// <summary>
    /// What differs, with the index of the instruction where it is one; empty when both mean the same. Where an instruction has become
    /// another, those behind it may be shifted, and nothing is said of them.
    /// </summary>
    internal IReadOnlyList<(int? Instruction, string What)> Differences()
    {
        var (old, @new) = (before.Root, after.Root);
        if (old.EscapeCharacter != @new.EscapeCharacter || !old.Directives.Select(Text).SequenceEqual(@new.Directives.Select(Text)))
        {
            return [(null, "the directives")];
        }

        var found = new List<(int? Instruction, string What)>();
        var isShifted = old.Instructions.Count != @new.Instructions.Count;
        for (var i = 0; i < Math.Min(old.Instructions.Count, @new.Instructions.Count) && (found.Count == 0 || !isShifted); i++)
        {
            if (Difference(old.Instructions[i], @new.Instructions[i], shells[old.Instructions[i]]) is { } what)
            {
                found.Add((i, what));
                isShifted |= what == "the instruction";
            }
        }

        return found.Count > 0 ? found : WholeDifference() is { } whole ? [whole] : [];
    }

    private (int? Instruction, string What)? WholeDifference()
    {
        var (old, @new) = (before.Root, after.Root);
        if (old.Instructions.Count != @new.Instructions.Count)
        {
            return (old.Instructions.Count - 1, "the number of instructions");
        }

        if (after.Errors is [var error, ..])
        {
            return (IndexAt(error.Span.Start), $"it would be rejected: {error.Message}; so that it");
        }

        var comments = FileComments.Of(before).Zip(FileComments.Of(after)).ToList();
        return FileComments.Of(before).Count != FileComments.Of(after).Count || comments.Exists(pair => pair.First.Text != pair.Second.Text)
            ? (FirstComment(comments.FindIndex(pair => pair.First.Text != pair.Second.Text)), "the comments")
            : null;
    }

    private static string Text(DirectiveSyntax directive) => $"{directive.Name}={directive.Value}";

    private int? IndexAt(int offset)
    {
        for (var i = after.Root.Instructions.Count - 1; i >= 0; i--)
        {
            if (after.Root.Instructions[i].Span.Start <= offset)
            {
                return i;
            }
        }

        return null;
    }

    private int? FirstComment(int index)
    {
        var offset = index >= 0 ? FileComments.Of(before)[index].Offset : before.Source.Length;
        for (var i = 0; i < before.Root.Instructions.Count; i++)
        {
            if (before.Root.Instructions[i].Span.End >= offset)
            {
                return i;
            }
        }

        return null;
    }

    private string? Difference(InstructionSyntax old, InstructionSyntax @new, string? shell)
    {
        if (old.Name != @new.Name || old.GetType() != @new.GetType())
        {
            return "the instruction";
        }

        if (!Flags(old).SequenceEqual(Flags(@new)))
        {
            return "the flags";
        }

        if (old is OnbuildInstruction { Trigger: var trigger })
        {
            return Difference(trigger, ((OnbuildInstruction)@new).Trigger, shell);
        }

        return ArgumentsDiffer(old, @new, shell) ? "the words"
            : HeredocsDiffer(old, @new, shell) ? "the heredocs"
            : null;
    }

    // Flags of one name keep their order; among others it does not count.
    private static IEnumerable<(string, string?)> Flags(InstructionSyntax instruction) =>
        instruction.Flags.Select(flag => (flag.Name, flag.Value)).OrderBy(flag => flag.Name, StringComparer.Ordinal);

    private bool ArgumentsDiffer(InstructionSyntax old, InstructionSyntax @new, string? shell)
    {
        switch (old)
        {
            case HealthcheckInstruction check when check.IsNone != ((HealthcheckInstruction)@new).IsNone:
                return true;
            case CommandInstruction command:
                return CommandsDiffer(command, (CommandInstruction)@new, shell);
            case WordListInstruction { Json: { } json }:
                return ((WordListInstruction)@new).Json is not { } other || JsonDiffers(json, other);
            default:
                return !Words(old).SequenceEqual(Words(@new));
        }
    }

    // The text of every word as the builder sees it, before it takes off quotes and escapes; AS has no meaning of its own.
    private static IEnumerable<string> Words(InstructionSyntax instruction) => instruction.Children
        .Where(child => child is WordSyntax or KeyValueSyntax or JsonArraySyntax)
        .Select(child =>
            child is KeyValueSyntax { EqualsToken: null } pair ? $"{pair.Key.RawText} {pair.Value?.RawText}" : child.LogicalText);

    private bool CommandsDiffer(CommandInstruction old, CommandInstruction @new, string? shell)
    {
        if (old.Command is JsonArraySyntax json)
        {
            return @new.Command is not JsonArraySyntax other || JsonDiffers(json, other);
        }

        if (old.Command?.LogicalText == @new.Command?.LogicalText)
        {
            return false;
        }

        return old is not RunInstruction || @new.Command is not ShellFormSyntax form || old.Command is not ShellFormSyntax oldForm
            || shell is { Length: 0 } || !HasOneShape(RunScript.Of(oldForm.GetText(), shell), RunScript.Of(form.GetText(), shell));
    }

    private bool HasOneShape(RunScript old, RunScript @new) =>
        old is { Script: { } oldScript, Text: { } oldText } && @new is { Script: { } newScript, Text: { } newText }
        && ShellShape.Of(oldScript, oldText, style.SortPackages) == ShellShape.Of(newScript, newText, style.SortPackages);

    private static bool JsonDiffers(JsonArraySyntax old, JsonArraySyntax @new) =>
        !old.Items.Select(item => item.Value).SequenceEqual(@new.Items.Select(item => item.Value));

    private bool HeredocsDiffer(InstructionSyntax old, InstructionSyntax @new, string? shell)
    {
        if (old.Heredocs.Count != @new.Heredocs.Count)
        {
            return true;
        }

        for (var i = 0; i < old.Heredocs.Count; i++)
        {
            var (a, b) = (old.Heredocs[i], @new.Heredocs[i]);
            if ((a.Name, a.IsExpanded, a.StripsTabs, a.FileDescriptor, a.Terminator is null) != (
                b.Name, b.IsExpanded, b.StripsTabs, b.FileDescriptor, b.Terminator is null))
            {
                return true;
            }

            if (a.Content != b.Content && (shell is { Length: 0 } || old is not RunInstruction run
                || RunScript.Create(run, shell) is not [var oldScript]
                    || RunScript.Create((RunInstruction)@new, shell) is not [var newScript]
                || oldScript.Text?.Text != a.Content || newScript.Text?.Text != b.Content || !HasOneShape(oldScript, newScript)))
            {
                return true;
            }
        }

        return false;
    }
}
