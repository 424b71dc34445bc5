using System.Collections.Immutable;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Formatting;

internal sealed partial class ShellLayout
{
    private void WriteCommand(ShellCommand command, int indent, bool hugs)
    {
        switch (command)
        {
            case SimpleCommand simple:
                WriteSimple(simple, indent);
                break;
            case IfCommand branches:
                WriteIf(branches, hugs);
                break;
            case WhileCommand loop:
                WriteLoop(loop, loop.Body, hugs, () =>
                {
                    layout.Text(loop.IsUntil ? "until " : "while ");
                    WriteItems(loop.Condition, isBlock: false);
                    return loop.Condition[^1];
                });
                break;
            case ForCommand loop:
                WriteLoop(loop, loop.Body, hugs, () =>
                {
                    WriteFor(loop);
                    return null;
                });
                break;
            case CaseCommand cases:
                WriteCase(cases, hugs);
                break;
            case BraceGroup group:
                WriteEnclosed(group, group.Body, "{", "}", hugs);
                break;
            case Subshell group:
                WriteEnclosed(group, group.Body, "(", ")", hugs);
                break;
            case FunctionDefinition function:
                WriteFunction(function, hugs);
                break;
            case CompoundCommand other:
                Copy(TextSpan.FromBounds(other.Span.Start, EndOf(other)));
                WriteRedirects(other);
                break;
            default:
                Copy(command.Span);
                break;
        }
    }

    private void WriteIf(IfCommand command, bool hugs)
    {
        layout.StartGroup(0, hugs);
        for (var i = 0; i < command.Branches.Length; i++)
        {
            var branch = command.Branches[i];
            layout.Text(i == 0 ? "if " : "elif ");
            WriteItems(branch.Condition, isBlock: false);
            layout.Text(branch.Condition[^1].Separator == ShellSeparator.Background ? " & then" : "; then");
            WriteBody(branch.Body, branch.Condition[^1].Span.End,
                i + 1 < command.Branches.Length ? command.Branches[i + 1].Span.Start
                : command.Else.IsEmpty ? EndOf(command) - 2
                : ElseOf(branch.Body[^1].Span.End, command.Else[0].Span.Start));
        }

        if (!command.Else.IsEmpty)
        {
            layout.Text("else");
            WriteBody(command.Else, ElseOf(command.Branches[^1].Span.End, command.Else[0].Span.Start) + 4, EndOf(command) - 2);
        }

        layout.Text("fi");
        layout.EndGroup();
        WriteRedirects(command);
    }

    // Where the word "else" begins, between the branches before it and its first command.
    private int ElseOf(int from, int to)
    {
        var place = text.Text.LastIndexOf("else", to - 1, to - from, StringComparison.Ordinal);
        while (place > from && isBody && text.Text.LastIndexOf('#', place, place - from) is var hash and >= 0
            && text.Text.IndexOf('\n', hash, place - hash) < 0)
        {
            place = text.Text.LastIndexOf("else", hash, hash - from, StringComparison.Ordinal);
        }

        return place < from ? from : place;
    }

    // The commands of a block, on lines of their own if it is broken, and what separates them from the word that ends it.
    private void WriteBody(ImmutableArray<ShellListItem> body, int start, int end)
    {
        layout.StartIndent(style.Indent);
        EndLine(start, body[0].Span.Start, " ", "", keepsBlankLines: false, isContinued: !isBody, isStatement: true);
        WriteItems(body);
        layout.EndIndent(style.Indent);
        EndItem(body[^1], end, isLast: true);
    }

    private void WriteLoop(CompoundCommand loop, ImmutableArray<ShellListItem> body, bool hugs, Func<ShellListItem?> head)
    {
        layout.StartGroup(0, hugs);
        var condition = head();
        layout.Text(condition is { Separator: ShellSeparator.Background } ? " & do" : "; do");
        WriteBody(body, condition?.Span.End ?? HeadEnd((ForCommand)loop), EndOf(loop) - 4);
        layout.Text("done");
        layout.EndGroup();
        WriteRedirects(loop);
    }

    private static int HeadEnd(ForCommand loop) => loop.Words.IsEmpty ? loop.VariableSpan.End : loop.Words[^1].Span.End;

    private void WriteFor(ForCommand loop)
    {
        layout.Text($"for {loop.Variable}{(loop.HasIn ? " in" : "")}");
        if (loop.Words.IsEmpty)
        {
            return;
        }

        layout.StartGroup(2 * style.Indent, isHugging: true);
        var end = loop.VariableSpan.End;
        for (var i = 0; i < loop.Words.Length; i++)
        {
            Space(end, loop.Words[i].Span.Start, LayoutTokenKind.Fill, HasLineEndBetween(end, loop.Words[i].Span.Start) && i > 0);
            Copy(loop.Words[i].Span);
            end = loop.Words[i].Span.End;
        }

        layout.EndGroup();
    }

    private void WriteCase(CaseCommand command, bool hugs)
    {
        layout.StartGroup(0, hugs);
        layout.Text("case ");
        Copy(command.Subject.Span);
        layout.Text(" in");
        layout.StartIndent(style.Indent);
        var end = command.Subject.Span.End;
        foreach (var item in command.Items)
        {
            EndLine(end, item.Span.Start, " ", "", keepsBlankLines: item != command.Items[0], isContinued: !isBody, isStatement: true);
            WriteCaseItem(item);
            end = item.Span.End;
        }

        layout.EndIndent(style.Indent);
        EndLine(end, EndOf(command) - 4, " ", "", keepsBlankLines: false, isContinued: !isBody, isStatement: true);
        layout.Text("esac");
        layout.EndGroup();
        WriteRedirects(command);
    }

    private void WriteCaseItem(CaseItem item)
    {
        var patterns = TextSpan.FromBounds(item.Patterns[0].Span.Start, item.Patterns[^1].Span.End);
        var terminator = item.Terminator switch
        {
            CaseTerminator.FallThrough => ";&",
            CaseTerminator.Continue => ";;&",
            _ => ";;",
        };
        layout.StartGroup(0);
        layout.Text(text.Text[item.Span.Start] == '(' && item.Span.Start < patterns.Start ? "(" : "");
        Copy(patterns);
        layout.Text(")");
        if (item.Body.IsEmpty)
        {
            layout.Text(" " + terminator);
        }
        else
        {
            layout.StartIndent(style.Indent);
            EndLine(patterns.End, item.Body[0].Span.Start, " ", "", keepsBlankLines: false, isContinued: !isBody, isStatement: true);
            WriteItems(item.Body);
            EndItem(item.Body[^1], item.Span.End - (item.Terminator == CaseTerminator.None ? 0 : terminator.Length), isLast: true,
                needsSeparator: true, flat: " ");
            layout.Text(terminator);
            layout.EndIndent(style.Indent);
        }

        layout.EndGroup();
    }

    private void WriteEnclosed(CompoundCommand group, ImmutableArray<ShellListItem> body, string open, string close, bool hugs)
    {
        var isBrace = open == "{";

        // Two parentheses side by side would begin arithmetic.
        var space = isBrace || text.Text[body[0].Span.Start] == '(' ? " " : "";
        layout.StartGroup(0, hugs);
        layout.Text(open);
        layout.StartIndent(style.Indent);
        EndLine(group.Span.Start + 1, body[0].Span.Start, space, "", keepsBlankLines: false, isContinued: !isBody, isStatement: true);
        WriteItems(body);
        layout.EndIndent(style.Indent);
        EndItem(body[^1], EndOf(group) - 1, isLast: true, needsSeparator: isBrace, flat: isBrace ? null : "");
        layout.Text(close);
        layout.EndGroup();
        WriteRedirects(group);
    }

    private void WriteFunction(FunctionDefinition function, bool hugs)
    {
        var head = text.Text[function.Span.Start..function.Body.Span.Start];
        var hasKeyword = function.NameSpan.Start > function.Span.Start;
        var hasParentheses = head.AsSpan(function.NameSpan.End - function.Span.Start).Contains('(');
        layout.Text(hasKeyword ? "function " : "");
        Copy(function.NameSpan);
        layout.Text(hasParentheses ? "() " : " ");
        WriteCommand(function.Body, style.Indent, hugs);
    }

    private void WriteRedirects(CompoundCommand command)
    {
        foreach (var redirect in command.Redirects)
        {
            layout.Text(" ");
            WriteRedirect(redirect);
        }
    }

    private void WriteRedirect(Redirect redirect)
    {
        var heredoc = isBody && redirect.Heredoc is { IsTerminated: true } found ? HeredocLines(found) : null;
        var operatorEnd = redirect.Operator.Span.End;

        // One blank or none between the operator and its target, as it was.
        if (redirect.Target.Span.Start > operatorEnd)
        {
            Copy(TextSpan.FromBounds(redirect.Span.Start, operatorEnd));
            layout.Text(" ");
            Copy(redirect.Target.Span, heredoc);
        }
        else
        {
            Copy(redirect.Span, heredoc);
        }
    }

    // The body and the line that ends it, without its line end.
    private string HeredocLines(ShellHeredoc heredoc)
    {
        return text.Text[heredoc.Body.Start..EndOfLine(heredoc.Body.End)].TrimEnd('\r');
    }

    // Where a compound command ends, without the redirections behind it.
    private int EndOf(CompoundCommand command)
    {
        if (command.Redirects.IsEmpty)
        {
            return command.Span.End;
        }

        var end = command.Redirects[0].Span.Start;
        while (text.Text[end - 1] is ' ' or '\t' or '\r' or '\n' || (text.Text[end - 1] == '\\' && text.Text[end] is '\n' or '\r'))
        {
            end--;
        }

        return end;
    }
}
