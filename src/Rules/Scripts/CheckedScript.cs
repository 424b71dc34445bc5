using System.Collections.Immutable;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>A script as the checks on scripts see it: its nodes by type, who holds whom, and what is in force around it.</summary>
internal sealed class CheckedScript
{
    private static readonly string[] s_declaring = ["export", "readonly", "declare", "typeset", "local"];
    private readonly Dictionary<ShellNode, ShellNode> _parents = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Type, List<ShellNode>> _byType = [];
    private readonly Dictionary<Type, object> _typed = [];
    private readonly Dictionary<Redirect, DoubleQuoted> _heredocs = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<ShellNode> _bodies = new(ReferenceEqualityComparer.Instance);
    private ILookup<string, SimpleCommand>? _byName;
    private List<SimpleCommand>? _commands;
    private List<(ShellCommand First, ShellCommand Second)>? _pipes;
    private List<IReadOnlyList<ShellListItem>>? _lists;
    private ValueFlow? _flow;
    private ScriptNames? _names;
    private readonly IReadOnlyList<string> _directives;
    private (IReadOnlyList<TestTerm> Terms, IReadOnlyList<ShellWord> Joins)? _tests;
    private ScriptDirectives? _comments;

    internal CheckedScript(
        string text, ShellScript tree, ScriptDialect dialect, IReadOnlyDictionary<string, string?> environment,
        IReadOnlyList<string>? directives = null)
    {
        Text = text;
        Tree = tree;
        Dialect = dialect;
        Environment = environment;
        _directives = directives ?? [];
        var heredocs = new HeredocText(text, tree);
        var pending = new Stack<ShellNode>();
        pending.Push(tree);
        while (pending.TryPop(out var node))
        {
            if (!_byType.TryGetValue(node.GetType(), out var same))
            {
                _byType.Add(node.GetType(), same = []);
            }

            same.Add(node);
            Count++;
            IsReadable &= node is not Redirect { Heredoc.IsTerminated: false };
            if (node is Redirect { Heredoc: { IsQuoted: false } heredoc } redirect && heredocs.Read(heredoc.Body) is { } parts)
            {
                var body = new DoubleQuoted(heredoc.Body, parts);
                _heredocs.Add(redirect, body);
                _bodies.Add(body);
            }

            var children = Children(node).ToList();
            for (var i = children.Count - 1; i >= 0; i--)
            {
                _parents[children[i]] = node;
                pending.Push(children[i]);
            }
        }
    }

    /// <summary>The script.</summary>
    internal string Text { get; }

    /// <summary>Its tree.</summary>
    internal ShellScript Tree { get; }

    /// <summary>The shell.</summary>
    internal ScriptDialect Dialect { get; }

    /// <summary>The variables in force; null stands for a value that is not known.</summary>
    internal IReadOnlyDictionary<string, string?> Environment { get; }

    /// <summary>Whether every heredoc of it ends, so that it is known what is script and what is text.</summary>
    internal bool IsReadable { get; } = true;

    /// <summary>How many nodes it has.</summary>
    internal int Count { get; }

    /// <summary>What its variables are known to be, wherever they are used.</summary>
    internal ValueFlow Flow => _flow ??= new ValueFlow(this);

    /// <summary>Which variables it sets and reads.</summary>
    internal ScriptNames Names => _names ??= new ScriptNames(this);

    /// <summary>Every test in brackets, and what joins them.</summary>
    internal (IReadOnlyList<TestTerm> Terms, IReadOnlyList<ShellWord> Joins) Tests => _tests ??= TestTerms.Of(this);

    /// <summary>Every two commands with a bar between them.</summary>
    internal List<(ShellCommand First, ShellCommand Second)> Pipes =>
        _pipes ??= [.. All<Pipeline>().SelectMany(pipeline => pipeline.Commands.Zip(pipeline.Commands.Skip(1)))];

    /// <summary>What its comments switch off.</summary>
    internal ScriptDirectives Directives => _comments ??= new ScriptDirectives(this, _directives);

    /// <summary>Every command with at least one word.</summary>
    internal List<SimpleCommand> Commands => _commands ??= [.. All<SimpleCommand>().Where(command => command.Words.Length > 0)];

    /// <summary>Every node of a type, in source order.</summary>
    internal List<T> All<T>()
        where T : ShellNode
    {
        if (!_typed.TryGetValue(typeof(T), out var known))
        {
            if (!_byType.TryGetValue(typeof(T), out var found))
            {
                return [];
            }

            _typed.Add(typeof(T), known = found.ConvertAll(node => (T)node));
        }

        return (List<T>)known;
    }

    /// <summary>The commands with one of the names, as it is written.</summary>
    internal IEnumerable<SimpleCommand> Named(params ReadOnlySpan<string> names)
    {
        _byName ??= Commands.Where(command => NameOf(command) is not null).ToLookup(command => NameOf(command)!, StringComparer.Ordinal);
        if (names.Length == 1)
        {
            return _byName[names[0]];
        }

        foreach (var name in names)
        {
            if (_byName.Contains(name))
            {
                return names.ToArray().SelectMany(known => _byName[known]).OrderBy(command => command.Span.Start);
            }
        }

        return [];
    }

    /// <summary>The name of a command if it is literal, as it is written.</summary>
    internal static string? NameOf(SimpleCommand command) => command.Words.Length == 0 ? null : command.Words[0].LiteralValue;

    /// <summary>The last part of the path of the name.</summary>
    internal static string? BaseName(SimpleCommand command) =>
        NameOf(command) is { } name ? name[(name.LastIndexOf('/') + 1)..] : null;

    /// <summary>The nodes directly inside, the lines of a heredoc among those of its redirection.</summary>
    internal IEnumerable<ShellNode> Children(ShellNode node) =>
        node is Redirect redirect && _heredocs.TryGetValue(redirect, out var body) ? [redirect.Target, body] : node.Children;

    /// <summary>This node and all inside, the lines of heredocs included.</summary>
    internal IEnumerable<ShellNode> Walk(ShellNode root)
    {
        var pending = new Stack<ShellNode>();
        pending.Push(root);
        while (pending.TryPop(out var node))
        {
            yield return node;
            foreach (var child in Children(node).Reverse())
            {
                pending.Push(child);
            }
        }
    }

    /// <summary>The lines of a heredoc whose expansions are expanded.</summary>
    internal DoubleQuoted? BodyOf(Redirect redirect) => _heredocs.GetValueOrDefault(redirect);

    /// <summary>Whether it is the lines of a heredoc.</summary>
    internal bool IsBody(ShellNode node) => _bodies.Contains(node);

    /// <summary>What holds a node; null for the script.</summary>
    internal ShellNode? Parent(ShellNode node) => _parents.GetValueOrDefault(node);

    /// <summary>The nearest node of a type around another.</summary>
    internal T? Around<T>(ShellNode node)
        where T : ShellNode
    {
        for (var above = Parent(node); above is not null; above = Parent(above))
        {
            if (above is T found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Every list of commands: of the script, of a body, of a condition.</summary>
    internal IEnumerable<IReadOnlyList<ShellListItem>> Lists() =>
        _lists ??= [.. _byType.Values.SelectMany(nodes => nodes).SelectMany(ListsOf).Where(list => list.Count > 0)];

    private static IReadOnlyList<ShellListItem>[] ListsOf(ShellNode node) => node switch
    {
        ShellScript script => [script.Commands],
        BraceGroup group => [group.Body],
        Subshell subshell => [subshell.Body],
        IfBranch branch => [branch.Condition, branch.Body],
        IfCommand command => [command.Else],
        WhileCommand loop => [loop.Condition, loop.Body],
        ForCommand loop => [loop.Body],
        SelectCommand loop => [loop.Body],
        ArithmeticForCommand loop => [loop.Body],
        CaseItem item => [item.Body],
        _ => [],
    };

    /// <summary>Whether a word is a pattern of case.</summary>
    internal bool IsPattern(ShellWord word) => false;

    /// <summary>Whether a word has a pattern that stands for names of files.</summary>
    internal bool IsGlob(ShellWord word) => word.Parts.Any(part => part is ExtendedGlob
        || (part is Literal { Text: var text } && text.AsSpan().IndexOfAny('*', '?', '[') >= 0));

    /// <summary>What stands between two places.</summary>
    internal string Slice(TextSpan span) => Text.Substring(span.Start, span.Length);

    /// <summary>Where a part of a word stands, and the word.</summary>
    internal (ScriptPlace Place, ShellWord? Word, ShellNode? Owner) PlaceOf(ShellWordPart part)
    {
        switch (Parent(part))
        {
            case DoubleQuoted quoted:
                return (IsBody(quoted) ? ScriptPlace.Heredoc : ScriptPlace.Quoted, null, quoted);
            case ArithmeticExpansion or ArithmeticCommand or ArithmeticForCommand:
                return (ScriptPlace.Arithmetic, null, Parent(part));
            case ShellWord word:
                return (PlaceOf(word, part), word, Parent(word));
            case var other:
                return (ScriptPlace.Modifier, null, other);
        }
    }

    /// <summary>Whether it is export, local or one of their like.</summary>
    internal static bool IsDeclaring(SimpleCommand command) =>
        s_declaring.Contains(NameOf(command) is "command" or "builtin" && command.Words.Length > 1
            ? command.Words[1].LiteralValue : NameOf(command));

    /// <summary>Where the value of a word such as <c>NAME=value</c> begins; null when it is no such word.</summary>
    internal static int? ValueStart(ShellWord word)
    {
        if (word.Parts is not [Literal { Text: var text }, ..])
        {
            return null;
        }

        var end = 0;
        while (end < text.Length && (char.IsAsciiLetter(text[end]) || text[end] == '_' || (end > 0 && char.IsAsciiDigit(text[end]))))
        {
            end++;
        }

        return end == 0 || end == text.Length ? null
            : text[end] == '=' ? word.Span.Start + end + 1
            : text[end] == '+' && end + 1 < text.Length && text[end + 1] == '=' ? word.Span.Start + end + 2 : null;
    }

    private ScriptPlace PlaceOf(ShellWord word, ShellWordPart part)
    {
        switch (Parent(word))
        {
            case SimpleCommand command:
                if (ReferenceEquals(word, command.Words[0]))
                {
                    return word.Parts.Length == 1 ? ScriptPlace.CommandName : ScriptPlace.Argument;
                }

                return IsDeclaring(command) && ValueStart(word) <= part.Span.Start ? ScriptPlace.DeclaredValue
                    : word.Parts.Length == 1 && IsNamePosition(command, word) ? ScriptPlace.CommandName : ScriptPlace.Argument;
            case Assignment:
                return ScriptPlace.Assignment;
            case Redirect:
                return ScriptPlace.Redirect;
            case ForCommand or SelectCommand:
                return ScriptPlace.LoopWord;
            case CaseCommand:
                return ScriptPlace.CaseSubject;
            case CaseItem:
                return ScriptPlace.CasePattern;
            case ConditionalExpression:
                return ScriptPlace.Conditional;
            case ArrayLiteral:
                return ScriptPlace.Element;
            default:
                return ScriptPlace.Modifier;
        }
    }

    // command, exec and builtin run what follows as if they were not there.
    private static bool IsNamePosition(SimpleCommand command, ShellWord word) =>
        ReferenceEquals(word, command.Words[1]) && NameOf(command) is "command" or "exec" or "builtin";
}
