using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>Every place where a script sets or reads a variable, in the order of the script, redirections before words.</summary>
internal sealed class ScriptNames
{
    private readonly CheckedScript _script;
    private readonly List<VariableUse> _uses = [];
    private readonly HashSet<string> _arrays = new(StringComparer.Ordinal);

    internal ScriptNames(CheckedScript script)
    {
        _script = script;
        Visit(script.Tree);
        Guarded = TestedNames.Of(script);
    }

    /// <summary>All uses.</summary>
    internal IReadOnlyList<VariableUse> Uses => _uses;

    /// <summary>The variables that some test asks whether they are empty.</summary>
    internal IReadOnlySet<string> Guarded { get; }

    /// <summary>The variables that are set as arrays somewhere.</summary>
    internal IReadOnlySet<string> Arrays => _arrays;

    private void Visit(ShellNode root)
    {
        var pending = new Stack<ShellNode>();
        pending.Push(root);
        while (pending.TryPop(out var node))
        {
            var children = See(node);
            for (var i = children.Count - 1; i >= 0; i--)
            {
                pending.Push(children[i]);
            }
        }
    }

    private IReadOnlyList<ShellNode> See(ShellNode node)
    {
        switch (node)
        {
            case SimpleCommand command:
                // What a command sets is set behind what its words read.
                return [.. command.Redirects, .. command.Assignments, .. command.Words, new AfterCommand(command)];
            case AfterCommand after:
                After(after.Command);
                break;
            case Assignment assignment:
                ReadText(assignment.Subscript, assignment);
                return [assignment.Value, new AfterAssignment(assignment)];
            case AfterAssignment after:
                Set(after.Assignment);
                break;
            case ForCommand loop:
                Add(loop.Variable, new TextSpan(loop.Span.Start, "for".Length), loop, VariableUseKind.Set);
                break;
            case SelectCommand loop:
                Add(loop.Variable, new TextSpan(loop.Span.Start, "select".Length), loop, VariableUseKind.Set);
                break;
            case ParameterExpansion expansion:
                Read(expansion);
                break;
            case Literal literal when _script.Parent(literal) is ArithmeticExpansion or ArithmeticCommand or ArithmeticForCommand:
                Arithmetic(literal);
                break;
            case ShellWord { Parts: [Literal { Text: ['[', .., ']', '='] or ['[', ..] } index, ..] } word
                when _script.Parent(word) is ArrayLiteral array && _script.Around<SimpleCommand>(array) is { Words.IsEmpty: true }:
                ReadIndex(index);
                break;
            case Redirect { Descriptor: ['{', .., '}'] name } redirect:
                Add(name[1..^1], redirect.Span, redirect, VariableUseKind.Set);
                break;
            case ConditionalExpression condition:
                ReadOperands(condition);
                break;
        }

        return [.. _script.Children(node)];
    }

    private void Set(Assignment assignment)
    {
        if (_script.Parent(assignment) is SimpleCommand { Words.Length: > 0 })
        {
            return;
        }

        if (assignment.Array is not null || assignment.Subscript is not null)
        {
            _arrays.Add(assignment.Name);
        }

        if (assignment.IsAppend)
        {
            Add(assignment.Name, assignment.NameSpan, assignment, VariableUseKind.GuardedRead);
        }

        var span = assignment.Subscript is null ? assignment.NameSpan
            : TextSpan.FromBounds(assignment.NameSpan.Start, assignment.NameSpan.End + assignment.Subscript!.Length + 2);
        Add(assignment.Name, span, assignment, VariableUseKind.Set);
        ReadLater(assignment.Name, assignment.Value, assignment.NameSpan);
    }

    // Texts that the shell expands each time it shows them.
    private void ReadLater(string name, ShellWord value, TextSpan span)
    {
        if (name is "PS1" or "PS2" or "PS3" or "PS4" or "PROMPT_COMMAND" && value.LiteralValue is { } text)
        {
            ReadScript(text, value, span);
        }
    }

    private void Read(ParameterExpansion expansion)
    {
        ReadText(expansion.Subscript, expansion);
        var isGuarded = expansion.Operator is ":-" or "-" or ":+" or "+" or ":?" or "?";
        if (expansion.Operator is ":" && expansion.Word is not null)
        {
            foreach (var (name, _, _, _) in expansion.Word.Parts.OfType<Literal>().SelectMany(part => ArithmeticText.Names(part.Text)))
            {
                Add(name, expansion.Span, expansion, VariableUseKind.GuardedRead);
            }
        }

        if (expansion.Operator is ":=" or "=")
        {
            Add(expansion.Name, expansion.Span, expansion, VariableUseKind.Set);
        }

        isGuarded |= expansion.Prefix == "!" && expansion is { Operator: "@" or "*" };
        Add(expansion.Name, expansion.Span, expansion, isGuarded
            || IsInPattern(expansion) ? VariableUseKind.GuardedRead : VariableUseKind.Read);
    }

    // The first place counts, whatever becomes of it there.
    private bool IsInPattern(ShellNode expansion)
    {
        for (var above = _script.Parent(expansion); above is ShellWordPart or ShellWord; above = _script.Parent(above))
        {
            if (above is ParameterExpansion { Operator: "#" or "##" or "%" or "%%" or "/" or "//" or "/#" or "/%" })
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsName(string text) =>
        text.Length > 0 && !char.IsAsciiDigit(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private void Arithmetic(Literal literal)
    {
        foreach (var (name, start, isSet, isRead) in ArithmeticText.Names(literal.Text))
        {
            var end = start + name.Length;
            var close = end < literal.Text.Length && literal.Text[end] == '[' ? literal.Text.IndexOf(']', end) : -1;
            if (isRead)
            {
                var length = close < 0 ? name.Length : close + 1 - start;
                Add(name, new TextSpan(literal.Span.Start + start, length), literal, VariableUseKind.Read);
            }

            if (isSet)
            {
                // What sets it is the operator.
                var sign = literal.Text.AsSpan(end).IndexOfAnyExcept(' ', '\t');
                Add(name, new TextSpan(literal.Span.Start + (sign < 0 ? start : end + sign), 1), literal, VariableUseKind.Set);
            }
        }
    }

    // An element such as [name]=value.
    private void ReadIndex(Literal literal)
    {
        var close = literal.Text.IndexOf(']', StringComparison.Ordinal);
        if (close > 0 && close + 1 < literal.Text.Length && literal.Text[close + 1] == '=')
        {
            foreach (var (name, start, _, _) in ArithmeticText.Names(literal.Text[1..close]))
            {
                Add(name, new TextSpan(literal.Span.Start + 1 + start, name.Length), literal, VariableUseKind.Read);
            }
        }
    }

    private void ReadText(string? subscript, ShellNode node)
    {
        foreach (var (name, _, _, _) in subscript is null or "@" or "*" ? [] : ArithmeticText.Names(subscript))
        {
            Add(name, node.Span, node, VariableUseKind.GuardedRead);
        }
    }

    private void ReadOperands(ConditionalExpression condition)
    {
        for (var i = 0; i < condition.Words.Length; i++)
        {
            if (condition.Words[i].LiteralValue == "-v" && i + 1 < condition.Words.Length)
            {
                ReadTested(condition.Words[i + 1]);
            }
            else if (condition.Words[i].LiteralValue is "-eq" or "-ne" or "-lt" or "-le" or "-gt" or "-ge")
            {
                foreach (var operand in condition.Words.Where((_, at) => at == i - 1 || at == i + 1))
                {
                    foreach (var (name, _, _, _) in operand.Parts.OfType<Literal>().SelectMany(part => ArithmeticText.Names(part.Text)))
                    {
                        Add(name, operand.Span, operand, VariableUseKind.GuardedRead);
                    }
                }
            }
        }
    }

    private void ReadTested(ShellWord word)
    {
        if (word.LiteralValue?.Split('[')[0] is { Length: > 0 } name)
        {
            Add(name, word.Span, word, VariableUseKind.GuardedRead);
        }
    }

    private void After(SimpleCommand command)
    {
        if (CheckedScript.NameOf(command) is not { } name)
        {
            return;
        }

        var arguments = command.Words.RemoveAt(0);
        switch (name)
        {
            case "export" or "readonly" or "declare" or "typeset" or "local":
                Declare(name, arguments);
                break;
            case "let":
                Let(arguments);
                break;
            case "trap" when arguments is [{ LiteralValue: { } text } code, ..]:
                ReadScript(text, code, code.Span);
                break;
            case "unset":
                break;
            case "[":
                for (var i = 0; i + 1 < arguments.Length; i++)
                {
                    if (arguments[i].LiteralValue == "-v")
                    {
                        ReadTested(arguments[i + 1]);
                    }
                }

                break;
            default:
                foreach (var word in SetNames.WordsOf(name, arguments))
                {
                    if (name is "mapfile" or "readarray" || (name == "read" && arguments.Any(IsArrayOption)))
                    {
                        _arrays.Add(word.LiteralValue ?? "");
                    }

                    if (word.LiteralValue is { Length: > 0 } target && IsName(target.Split('[')[0]))
                    {
                        Add(target.Split('[')[0], word.Span, word, VariableUseKind.Set);
                    }
                }

                break;
        }
    }

    private static bool IsArrayOption(ShellWord word) =>
        word.LiteralValue is ['-', not '-', ..] flags && flags.Contains('a', StringComparison.Ordinal);

    private void Let(IEnumerable<ShellWord> arguments)
    {
        foreach (var word in arguments)
        {
            foreach (var (name, _, isSet, isRead) in ArithmeticText.Names(word.LiteralValue ?? ""))
            {
                if (isRead)
                {
                    Add(name, word.Span, word, VariableUseKind.Read);
                }

                if (isSet)
                {
                    var sign = Math.Max(0, _script.Slice(word.Span).IndexOf('=', StringComparison.Ordinal));
                    Add(name, new TextSpan(word.Span.Start + sign, 1), word, VariableUseKind.Set);
                }
            }
        }
    }

    private void Declare(string command, IReadOnlyList<ShellWord> arguments)
    {
        var flags = string.Concat(arguments.Select(word => word.LiteralValue).OfType<string>()
            .Where(text => text is ['-', not '-', ..]).Select(text => text[1..]));
        var isArray = flags.AsSpan().IndexOfAny('a', 'A') >= 0;
        var isExported = command == "export" || flags.Contains('x', StringComparison.Ordinal);
        foreach (var word in arguments)
        {
            if (word.Parts is not [Literal { Text: var text }, ..] || text.StartsWith('-'))
            {
                continue;
            }

            var start = CheckedScript.ValueStart(word);
            var name = start is null ? word.LiteralValue : _script.Text[word.Span.Start..start.Value].TrimEnd('=').TrimEnd('+');
            if (string.IsNullOrEmpty(name) || flags.Contains('f', StringComparison.Ordinal))
            {
                continue;
            }

            if (isArray || word.Parts.Any(part => part is ArrayLiteral))
            {
                _arrays.Add(name);
            }

            if (start is not null)
            {
                ReadLater(name, new ShellWord(word.Span, [.. word.Parts.Skip(1)]), new TextSpan(word.Span.Start, name.Length));
            }

            if (command is "declare" or "typeset" && flags.Contains('p', StringComparison.Ordinal))
            {
                Add(name, word.Span, word, VariableUseKind.Read);
                continue;
            }

            if (isExported)
            {
                Add(name, word.Span, word, VariableUseKind.Exported);
            }

            var span = new TextSpan(word.Span.Start, name.Length);
            Add(name, span, word, start is null ? VariableUseKind.Declared : VariableUseKind.Set);
        }
    }

    // What a shell reads later.
    private void ReadScript(string text, ShellNode node, TextSpan span)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '$')
            {
                var start = i + 1 < text.Length && text[i + 1] == '{' ? i + 2 : i + 1;
                var end = start;
                while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))
                {
                    end++;
                }

                if (end > start && !char.IsAsciiDigit(text[start]))
                {
                    Add(text[start..end], span, node, VariableUseKind.Read);
                }
            }
        }
    }

    private void Add(string name, TextSpan span, ShellNode node, VariableUseKind kind) =>
        _uses.Add(new VariableUse(name, span, node, kind));

    private sealed record AfterCommand(SimpleCommand Command) : ShellNode(Command.Span)
    {
        public override IEnumerable<ShellNode> Children => [];
    }

    private sealed record AfterAssignment(Assignment Assignment) : ShellNode(Assignment.Span)
    {
        public override IEnumerable<ShellNode> Children => [];
    }
}
