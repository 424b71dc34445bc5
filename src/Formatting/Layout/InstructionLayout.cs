using System.Text;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Formatting;

/// <summary>Lays one instruction out, heredocs included.</summary>
/// <param name="tree">The file.</param>
/// <param name="style">The style.</param>
/// <param name="lineEnd">The line end of the file.</param>
/// <param name="keepsKeys">Whether the text of scripts stays as it is, and with it the cache key of the step.</param>
internal sealed partial class InstructionLayout(SyntaxTree tree, FormatStyle style, string lineEnd, bool keepsKeys)
{
    private readonly SourceText _source = tree.Source;
    private readonly char _escape = tree.Root.EscapeCharacter;
    private LayoutBuilder _layout = new();
    private CommentQueue _comments = new(tree.Source, [], tree.Root.EscapeCharacter);
    private bool _hasFailed;

    /// <summary>The text of an instruction without a line end behind it; null when something in it has no place in a layout.</summary>
    /// <param name="instruction">The instruction.</param>
    /// <param name="shell">The shell in force; an empty text when no shell we know runs its scripts.</param>
    internal string? Write(InstructionSyntax instruction, string? shell)
    {
        _layout = new LayoutBuilder();
        _comments = new CommentQueue(_source, InstructionComments.Within(instruction), _escape);
        _hasFailed = false;
        var body = instruction is OnbuildInstruction { Trigger: var trigger } ? trigger : instruction;
        var scripts = Scripts(body, shell);
        if (instruction is OnbuildInstruction)
        {
            _layout.Text(Cased(instruction.Keyword) + " ");
            if (keepsKeys)
            {
                // The engine keeps the text of a trigger in the image.
                WriteVerbatim(instruction.LogicalLine.Slice(body.LogicalSpan));
            }
        }

        if (instruction is not OnbuildInstruction || !keepsKeys)
        {
            WriteInstruction(body, body.Heredocs.Count > 0 && IsAlone(body) ? null : scripts);
        }

        if (_hasFailed || !_comments.IsEmpty)
        {
            return null;
        }

        var printer = new LayoutPrinter(lineEnd, _escape, style);
        var text = printer.Print(_layout.Tokens, body is CommandInstruction { Command: JsonArraySyntax, Flags.Count: 0 }
            or WordListInstruction { Json: not null, Flags.Count: 0 } ? 0 : style.Indent);
        return body.Heredocs.Count == 0 ? text : text + lineEnd + Heredocs(body, scripts);
    }

    private IReadOnlyList<RunScript> Scripts(InstructionSyntax instruction, string? shell) =>
        keepsKeys || shell is { Length: 0 } || instruction is not RunInstruction run ? [] : RunScript.Create(run, shell);

    // Whether a heredoc is all there is of the command, so that its body is the script.
    private static bool IsAlone(InstructionSyntax instruction) =>
        instruction is RunInstruction { Command: ShellFormSyntax form, Heredocs: [var heredoc] }
        && heredoc.MarkerSpan == form.Span;

    private string Heredocs(InstructionSyntax instruction, IReadOnlyList<RunScript> scripts)
    {
        var all = TextSpan.FromBounds(instruction.Heredocs[0].Span.Start, instruction.Heredocs[^1].Span.End);
        if (IsAlone(instruction) && scripts is [{ Text: { } text, Script: { } script }] && FormatBody(text, script) is { } body)
        {
            return body + _source.ToString(TextSpan.FromBounds(instruction.Heredocs[0].Body!.Span.End, all.End));
        }

        return _source.ToString(all);
    }

    // The lines of a script, each with its line end; null when it has to stay as it is.
    private string? FormatBody(MappedText text, ShellScript script)
    {
        if (script.Commands.IsEmpty || text.Text.Contains('\r'))
        {
            return null;
        }

        var layout = new LayoutBuilder();
        var comments = new CommentQueue(_source, [.. script.Comments.Select(text.ToSource)], escape: null);
        var shell = new ShellLayout(layout, text, comments, style, isBody: true);
        shell.Write(script, standsAlone: false);

        // Lines that were indented as a whole stay so.
        var indent = script.Commands[0].Span.Start > 0 && text.Text[script.Commands[0].Span.Start - 1] is ' ' or '\t' ? style.Indent : 0;
        return shell.HasFailed || !comments.IsEmpty ? null : new LayoutPrinter("\n", '\\', style with { AlignContinuation = false })
            .Print(layout.Tokens, indent, isIndented: true).TrimEnd(' ', '\t');
    }

    private void WriteInstruction(InstructionSyntax instruction, IReadOnlyList<RunScript>? scripts)
    {
        _layout.Text(Cased(instruction.Keyword));
        switch (instruction)
        {
            case RunInstruction run:
                WriteRun(run, scripts ?? []);
                break;
            case HealthcheckInstruction check:
                WriteHealthcheck(check);
                break;
            case CommandInstruction command:
                WriteFlagged(command, () => WriteCommand(command.Command), command.Command);
                break;
            case FromInstruction from:
                WriteFrom(from);
                break;
            case KeyValueInstruction pairs:
                WritePairs(pairs);
                break;
            case WordListInstruction { Json: { } json } list:
                WriteFlagged(list, () => WriteJson(json), json);
                break;
            case WordListInstruction list:
                WriteWords(list);
                break;
            default:
                WriteArguments(instruction);
                break;
        }
    }

    // Words, each behind one blank. What is no list of words, as behind a trigger that nobody knows, stays as it is.
    private void WriteArguments(InstructionSyntax instruction)
    {
        var words = instruction.Children.OfType<WordSyntax>().ToList();
        var end = words.Count > 0 ? words[^1].LogicalSpan.End : instruction.Keyword.LogicalSpan.End;
        if (end != instruction.LogicalSpan.End)
        {
            WriteVerbatim(
                instruction.LogicalLine.Slice(TextSpan.FromBounds(instruction.Keyword.LogicalSpan.End, instruction.LogicalSpan.End)));
            return;
        }

        SyntaxElement before = instruction.Keyword;
        foreach (var word in words)
        {
            Glue(before, word);
            Copy(word);
            before = word;
        }
    }

    private void WriteRun(RunInstruction run, IReadOnlyList<RunScript> scripts)
    {
        if (run.Command is ShellFormSyntax && scripts is [{ Text: { } text, Script: { Commands.IsEmpty: false } script }])
        {
            WriteFlagged(run, () =>
            {
                var shell = new ShellLayout(_layout, text, _comments, style, isBody: false);
                shell.Write(script, standsAlone: run.Flags.Count == 0);
                _hasFailed |= shell.HasFailed;

                // Behind the commands there can only be one comment of the shell: there are no lines that would end it.
                if (script.Comments is [var comment])
                {
                    _layout.Text(" ");
                    Copy(text.ToSource(comment));
                }
            }, run.Command);
        }
        else
        {
            WriteFlagged(run, () => WriteCommand(run.Command), run.Command);
        }
    }

    private void WriteCommand(CommandSyntax? command)
    {
        if (command is JsonArraySyntax json)
        {
            WriteJson(json);
        }
        else if (command is ShellFormSyntax form)
        {
            WriteVerbatim(form.GetText());
        }
    }

    // Text that must come out the same after joining: its lines stay, only what lies between them is put in order.
    private void WriteVerbatim(MappedText text)
    {
        var builder = new StringBuilder();
        var segments = text.Segments;
        for (var i = 0; i < segments.Length; i++)
        {
            if (i > 0)
            {
                builder.Append(_escape).Append(lineEnd);
                var indent = _source.Slice(new TextSpan(segments[i].SourceStart, segments[i].SourceLength));
                indent = indent[..(indent.Length - indent.TrimStart(" \t").Length)];
                foreach (var comment in _comments.TakeLines(0, segments[i].SourceStart, keepsBlankLines: false))
                {
                    builder.Append(indent).Append(comment).Append(lineEnd);
                }
            }

            builder.Append(text.Text, segments[i].Start, segments[i].Length);
        }

        _layout.Text(builder.ToString());
    }

    private string Cased(SyntaxToken keyword) => style.KeywordCase switch
    {
        KeywordCase.Upper => keyword.LogicalText.ToUpperInvariant(),
        KeywordCase.Lower => keyword.LogicalText.ToLowerInvariant(),
        _ => keyword.LogicalText,
    };

    private void Copy(SyntaxElement element) => Copy(element.Span);

    private void Copy(TextSpan source)
    {
        _hasFailed |= !_comments.PassOver(source.Start, source.End);
        _layout.Text(_source.ToString(source));
    }

    // One blank, or a line end where a comment needs one.
    private void Glue(SyntaxElement before, SyntaxElement next)
    {
        if (_comments.HasAnyBefore(next.Span.Start))
        {
            Break(LayoutTokenKind.Break, before, next, isForced: true);
        }
        else
        {
            _layout.Text(" ");
        }
    }

    private void Break(LayoutTokenKind kind, SyntaxElement before, SyntaxElement next, bool isForced)
    {
        // At the start of a line a number sign would begin a comment.
        if (_source.Text[next.Span.Start] == '#')
        {
            _hasFailed |= _comments.HasAnyBefore(next.Span.Start);
            _layout.Text(" ");
            return;
        }

        _layout.Break(new LayoutToken(kind)
        {
            Text = " ",
            Lines = _comments.TakeLines(before.Span.End, next.Span.Start, keepsBlankLines: false),
            IsForced = isForced,
        });
    }

    private bool HasLineEnd(SyntaxElement before, SyntaxElement next) =>
        _source.Slice(TextSpan.FromBounds(before.Span.End, Math.Max(before.Span.End, next.Span.Start))).Contains('\n');
}
