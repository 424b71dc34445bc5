using System.Collections.Immutable;
using System.Text;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Formatting;

/// <summary>
/// A script without its layout, as text: its commands, words, redirections and operators. Two scripts of one shape do the same: only
/// blanks, line ends and what separates one command from the next differ.
/// </summary>
internal sealed class ShellShape
{
    private readonly StringBuilder _shape = new();
    private readonly string _text;
    private readonly WordRoles? _roles;

    private ShellShape(string text, WordRoles? roles)
    {
        _text = text;
        _roles = roles;
    }

    /// <summary>The shape of a script.</summary>
    /// <param name="script">The tree.</param>
    /// <param name="text">The text it was made of.</param>
    /// <param name="sortsPackages">Whether the order of a command's packages does not count.</param>
    internal static string Of(ShellScript script, MappedText text, bool sortsPackages)
    {
        var shape = new ShellShape(text.Text, sortsPackages ? WordRoles.Of(text, script) : null);
        shape.Items(script.Commands);
        foreach (var comment in script.Comments)
        {
            shape.Add('#', text.Text.Substring(comment.Start, comment.Length).TrimEnd());
        }

        return shape._shape.ToString();
    }

    private void Add(char kind, string text) => _shape.Append(kind).Append(text.Length).Append(':').Append(text);

    private void Add(char kind, TextSpan span) =>
        _shape.Append(kind).Append(span.Length).Append(':').Append(_text, span.Start, span.Length);

    private void Items(ImmutableArray<ShellListItem> items)
    {
        _shape.Append('[');
        foreach (var item in items)
        {
            for (var i = 0; i < item.List.Pipelines.Length; i++)
            {
                Add('o', i == 0 ? "" : item.List.Operators[i - 1].Text);
                Pipeline(item.List.Pipelines[i]);
            }

            _shape.Append(item.Separator == ShellSeparator.Background ? '&' : ';');
        }

        _shape.Append(']');
    }

    private void Pipeline(Pipeline pipeline)
    {
        Add('p', string.Join(' ', _text[pipeline.Span.Start..pipeline.Commands[0].Span.Start]
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(part => part != "\\")));
        for (var i = 0; i < pipeline.Commands.Length; i++)
        {
            Add('o', i == 0 ? "" : pipeline.Operators[i - 1].Text);
            Command(pipeline.Commands[i]);
        }
    }

    private void Command(ShellCommand command)
    {
        _shape.Append('\n').Append(command.GetType().Name);
        switch (command)
        {
            case SimpleCommand simple:
                Simple(simple);
                break;
            case IfCommand branches:
                foreach (var branch in branches.Branches)
                {
                    Items(branch.Condition);
                    Items(branch.Body);
                }

                Items(branches.Else);
                break;
            case WhileCommand loop:
                _shape.Append(loop.IsUntil ? 'u' : 'w');
                Items(loop.Condition);
                Items(loop.Body);
                break;
            case ForCommand loop:
                Add('v', loop.Variable + (loop.HasIn ? " in" : ""));
                Words(loop.Words);
                Items(loop.Body);
                break;
            case CaseCommand cases:
                Add('w', cases.Subject.Span);
                foreach (var item in cases.Items)
                {
                    Words(item.Patterns);
                    Items(item.Body);

                    // The last item needs no terminator.
                    _shape.Append(item.Terminator == CaseTerminator.None ? CaseTerminator.Break : item.Terminator);
                }

                break;
            case BraceGroup group:
                Items(group.Body);
                break;
            case Subshell group:
                Items(group.Body);
                break;
            case FunctionDefinition function:
                Add('f', function.NameSpan);
                Command(function.Body);
                break;
            case CompoundCommand other:
                // These are never laid out: they have no other form than the one they are written in.
                Add('c', other.Redirects.IsEmpty ? other.Span : TextSpan.FromBounds(
                    other.Span.Start, other.Span.Start + _text[other.Span.Start..other.Redirects[0].Span.Start].TrimEnd().Length));
                break;
        }

        if (command is CompoundCommand compound)
        {
            foreach (var redirect in compound.Redirects)
            {
                Redirect(redirect);
            }
        }
    }

    private void Simple(SimpleCommand command)
    {
        foreach (var assignment in command.Assignments)
        {
            Add('a', assignment.Span);
        }

        Words(_roles is null ? command.Words
            : [.. command.Words.Where(word => !_roles.IsPackage(word)),
                .. command.Words.Where(_roles.IsPackage)
                    .OrderBy(word => _text.Substring(word.Span.Start, word.Span.Length), StringComparer.Ordinal)]);
        foreach (var redirect in command.Redirects)
        {
            Redirect(redirect);
        }
    }

    private void Words(ImmutableArray<ShellWord> words)
    {
        foreach (var word in words)
        {
            Add('w', word.Span);
        }
    }

    private void Redirect(Redirect redirect)
    {
        Add('r', (redirect.Descriptor ?? "") + redirect.Operator.Text);
        Add('w', redirect.Target.Span);
        if (redirect.Heredoc is { IsTerminated: true } heredoc)
        {
            Add('h', heredoc.Delimiter);
            Add('b', heredoc.Body);
        }
    }
}
