using System.Collections.Immutable;
using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Formatting;

/// <summary>
/// Lays a shell script out by its tree: the text of a RUN, whose lines are continued, or the body of a heredoc, whose lines are lines
/// of the shell. Words are copied as they are, with all that is in them.
/// </summary>
/// <param name="layout">Where the pieces go.</param>
/// <param name="text">The script with its way back to the source.</param>
/// <param name="comments">The comments in it.</param>
/// <param name="style">The style.</param>
/// <param name="isBody">Whether it is the body of a heredoc.</param>
internal sealed partial class ShellLayout(LayoutBuilder layout, MappedText text, CommentQueue comments, FormatStyle style, bool isBody)
{
    private readonly bool _leads = style.LeadingOperators && !isBody;

    private WordRoles? _roles;
    private ShellScript? _script;

    private WordRoles Roles => _roles ??= WordRoles.Of(text, _script!);

    /// <summary>Whether a comment had no place where it would keep its order.</summary>
    internal bool HasFailed { get; private set; }

    // The bodies of heredocs of the shell, each up to the end of the line that ends it.
    private List<TextSpan> _heredocs = [];

    /// <summary>Lays out a whole script.</summary>
    /// <param name="script">The tree.</param>
    /// <param name="standsAlone">Whether it begins behind the keyword, so that a single command needs no further indent.</param>
    internal void Write(ShellScript script, bool standsAlone)
    {
        _script = script;
        var items = script.Commands;
        if (isBody)
        {
            var found = script.Walk().OfType<Redirect>().Select(redirect => redirect.Heredoc).OfType<ShellHeredoc>().ToList();
            HasFailed |= found.Exists(heredoc => !heredoc.IsTerminated);
            _heredocs = [.. found.Select(heredoc => TextSpan.FromBounds(heredoc.Body.Start, EndOfLine(heredoc.Body.End)))];
        }

        if (items is [{ List: var only }] && !isBody)
        {
            WriteList(only, isOnly: true, standsAlone, hugs: true);
            layout.Text(items[0].Separator == ShellSeparator.Background ? " &" : "");
            return;
        }

        layout.StartGroup(0);
        if (isBody)
        {
            layout.ForceGroup();
            WriteLinesAbove(items.IsEmpty ? text.Length : items[0].Span.Start);
        }

        WriteItems(items);
        layout.Text(items is [.., { Separator: ShellSeparator.Background }] ? " &" : "");
        if (isBody && !items.IsEmpty)
        {
            EndLine(items[^1].Span.End, text.Length, "", "", keepsBlankLines: false, isContinued: false, isStatement: true);
        }

        layout.EndGroup();
    }

    private void WriteLinesAbove(int first)
    {
        var (from, to) = (text.ToSource(0), text.ToSource(first));
        foreach (var line in comments.TakeLines(from, to, keepsBlankLines: true).SkipWhile(line => line.Length == 0))
        {
            layout.Text(line);
            layout.Break(new LayoutToken(LayoutTokenKind.Break) { IsContinued = false, IsForced = true });
        }
    }

    // The separator of the last item is left to what encloses the items.
    private void WriteItems(ImmutableArray<ShellListItem> items, bool isBlock = true)
    {
        for (var i = 0; i < items.Length; i++)
        {
            WriteList(items[i].List, isOnly: isBlock && items.Length == 1, standsAlone: false, hugs: false);
            if (i + 1 < items.Length)
            {
                EndItem(items[i], items[i + 1].Span.Start, isLast: false);
            }
        }
    }

    // What stands between an item and the next one, or between the last item and the word that closes the list.
    private void EndItem(ShellListItem item, int next, bool isLast, bool needsSeparator = true, string? flat = null)
    {
        var isBackground = item.Separator == ShellSeparator.Background;
        var broken = isBackground ? " &" : isBody || !needsSeparator ? "" : ";";
        EndLine(item.Span.End, next, isBackground ? " & " : flat ?? "; ", broken, keepsBlankLines: !isLast, isContinued: !isBody,
            isStatement: true);
    }

    // A block of several lines that is one of several commands makes each of them begin a line.
    private void WriteList(AndOrList list, bool isOnly, bool standsAlone, bool hugs)
    {
        if (list.Pipelines.Length == 1)
        {
            WritePipeline(list.Pipelines[0], isOnly, isOnly && standsAlone, hugs);
            return;
        }

        layout.StartGroup(isOnly ? 0 : style.Indent);
        WritePipeline(list.Pipelines[0], isOnly: false, standsAlone: false, hugs: false);
        for (var i = 1; i < list.Pipelines.Length; i++)
        {
            Join(list.Operators[i - 1].Text, list.Pipelines[i - 1].Span.End, list.Pipelines[i].Span.Start);
            WritePipeline(list.Pipelines[i], isOnly: false, standsAlone: false, hugs: i == list.Pipelines.Length - 1);
        }

        layout.EndGroup();
    }

    private void WritePipeline(Pipeline pipeline, bool isOnly, bool standsAlone, bool hugs)
    {
        var prefix = text.Text[pipeline.Span.Start..pipeline.Commands[0].Span.Start];
        if (prefix.Length > 0)
        {
            layout.Text(string.Join(' ', prefix.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(part => part != "\\"))
                + " ");
        }

        if (pipeline.Commands.Length == 1)
        {
            WriteCommand(pipeline.Commands[0], standsAlone ? 0 : style.Indent, hugs);
            return;
        }

        layout.StartGroup(isOnly ? 0 : style.Indent);
        WriteCommand(pipeline.Commands[0], style.Indent, hugs: false);
        for (var i = 1; i < pipeline.Commands.Length; i++)
        {
            Join(pipeline.Operators[i - 1].Text, pipeline.Commands[i - 1].Span.End, pipeline.Commands[i].Span.Start);
            WriteCommand(pipeline.Commands[i], style.Indent, hugs && i == pipeline.Commands.Length - 1);
        }

        layout.EndGroup();
    }

    // An operator that joins two commands, with the place at which the line may end.
    private void Join(string op, int end, int next)
    {
        if (_leads)
        {
            EndLine(end, next, " ", "", keepsBlankLines: true, isContinued: true);
            layout.Text(op + " ");
        }
        else
        {
            EndLine(end, next, $" {op} ", " " + op, keepsBlankLines: !isBody, isContinued: !isBody);
        }
    }

    // A line end if the group is broken. In the source it stands between two offsets of the script.
    private void EndLine(int end, int next, string flat, string broken, bool keepsBlankLines, bool isContinued, bool isStatement = false)
    {
        var (from, to) = Gap(end, next);
        foreach (var heredoc in _heredocs.Where(heredoc => heredoc.Start >= end && heredoc.End <= next))
        {
            from = Math.Max(from, text.ToSource(heredoc.End));
        }

        var trailing = isStatement && isBody ? comments.TakeTrailing(from, to) : null;
        var lines = comments.TakeLines(from, to, keepsBlankLines);
        HasFailed |= isContinued && isBody && lines.Count > 0;
        layout.Break(new LayoutToken(LayoutTokenKind.Break)
        {
            Text = flat,
            Broken = trailing is null ? broken : $"{broken} {trailing}",
            IsContinued = isContinued,
            Lines = lines,
            IsForced = trailing is not null || HasLineEnd(from, to),
        });
    }

    private int EndOfLine(int offset) => text.Text.IndexOf('\n', offset) is var feed and >= 0 ? feed : text.Length;

    private (int From, int To) Gap(int end, int next) =>
        (end == 0 ? text.ToSource(0) : text.ToSource(new TextSpan(end - 1, 1)).End, text.ToSource(next));

    private bool HasLineEnd(int from, int to) => from < to && text.Source.Slice(TextSpan.FromBounds(from, to)).Contains('\n');

    private bool HasLineEndBetween(int end, int next)
    {
        var (from, to) = Gap(end, next);
        return HasLineEnd(from, to);
    }

    // A place between the words of one command. Words that are bound to each other are parted by nobody but the author, or a comment.
    private void Space(int end, int next, LayoutTokenKind kind, bool isForced, bool isBound = false)
    {
        var (from, to) = Gap(end, next);

        // At the start of a line a number sign would begin a comment of the Dockerfile.
        if ((text.Text[next] == '#' && !isBody) || (isBound && !isForced && !comments.HasAnyBefore(to)))
        {
            layout.Text(" ");
            return;
        }

        var lines = comments.TakeLines(from, to, keepsBlankLines: false);
        HasFailed |= isBody && lines.Count > 0;
        layout.Break(new LayoutToken(kind) { Text = " ", Lines = lines, IsForced = isForced });
    }

    // The source of a piece, whatever it holds.
    private void Copy(TextSpan span, string? heredoc = null)
    {
        if (span.IsEmpty)
        {
            return;
        }

        var source = text.ToSource(span);
        HasFailed |= !comments.PassOver(source.Start, source.End);
        layout.Text(text.Source.ToString(source), heredoc);
    }
}
