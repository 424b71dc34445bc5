using System.Collections.Immutable;
using Dockerlint.Text;
using Pidgin;
using static Dockerlint.Syntax.Shell.ShellLookahead;
using static Dockerlint.Syntax.Shell.ShellWordGrammar;
using static Pidgin.Parser;
using static Pidgin.Parser<char>;

namespace Dockerlint.Syntax.Shell;

/// <summary>Lists, pipelines and commands, over the marked text of <see cref="ShellScanner"/>.</summary>
internal static class ShellGrammar
{
    private const int Width = 256;

    private static readonly Parser<char, IEnumerable<ShellListItem>> List = Rec(() => Items!);
    private static readonly Parser<char, IEnumerable<ShellListItem>> Body =
        List.Assert(static items => items.Any(), "a command is expected");

    private static readonly Parser<char, ShellCommand> FunctionBody = Rec(() => CompoundBody!);

    private static readonly Parser<char, ShellOperator> RedirectOperator = Token2(new ShellChoice<string>(
        3,
        static ahead => ahead switch
        {
            ['<', '<', '<' or '-', ..] or ['&', '>', '>', ..] => 2,
            ['<', '<' or '>' or '&', ..] or ['>', '>' or '|' or '&', ..] or ['&', '>', ..] => 1,
            _ => 0,
        },
        Any.Repeat(1).Select(string.Concat),
        Any.Repeat(2).Select(string.Concat),
        Any.Repeat(3).Select(string.Concat))).Labelled("redirection");

    private static readonly Parser<char, string?> Descriptor = new ShellChoice<string?>(
        1,
        static ahead => At(ahead, 0) is '{' ? 0 : char.IsAsciiDigit(At(ahead, 0)) ? 1 : 2,
        Map(static (open, name, close) => (string?)$"{open}{name}{close}", Char('{'), VariableName, Char('}')),
        Digit.AtLeastOnceString().Select(static text => (string?)text),
        Return<string?>(null));

    private static readonly Parser<char, Redirect> Redirection = Map(
        static (start, descriptor, op, target) => new Redirect(TextSpan.FromBounds(start, target.Span.End), descriptor, op, target),
        CurrentOffset,
        Descriptor,
        RedirectOperator.Before(Blanks),
        Word.Before(Blanks));

    private static readonly Parser<char, IEnumerable<Redirect>> Redirects =
        new ShellChoice<Redirect>(Width, static ahead => IsRedirect(ahead) ? 0 : 1, Redirection).Many();

    private static readonly Parser<char, ShellNode> AssignmentNode = Map(
        static (start, name, nameEnd, subscript, op, value) => (ShellNode)new Assignment(
            TextSpan.FromBounds(start, value.Span.End), name, TextSpan.FromBounds(start, nameEnd),
            subscript.HasValue ? subscript.Value : null, op.HasValue, value),
        CurrentOffset,
        VariableName,
        CurrentOffset,
        Token(static c => c != ']').ManyString().Between(Char('['), Char(']')).Optional(),
        Char('+').Optional().Before(Char('=')),
        WordOrEmpty.Before(Blanks));

    private static readonly Parser<char, ShellNode> RedirectNode = Redirection.Select(static redirect => (ShellNode)redirect);
    private static readonly Parser<char, ShellNode> WordNode = Word.Before(Blanks).Select(static word => (ShellNode)word);

    private static readonly Parser<char, IEnumerable<ShellNode>> Prefix = new ShellChoice<ShellNode>(
        Width, static ahead => IsRedirect(ahead) ? 0 : IsAssignment(ahead) ? 1 : 2, RedirectNode, AssignmentNode).Many();

    private static readonly Parser<char, IEnumerable<ShellNode>> Elements = new ShellChoice<ShellNode>(
        Width,
        static ahead => IsRedirect(ahead) ? 0 : EndsElements(ahead) ? 2 : 1,
        RedirectNode,
        WordNode).Many();

    private static readonly Parser<char, ShellCommand?> FunctionTail = new ShellChoice<ShellCommand?>(
        1,
        static ahead => At(ahead, 0) == '(' ? 0 : 1,
        Char('(').Then(Blanks).Then(Char(')')).Then(Linebreak).Then(FunctionBody).Select(static body => (ShellCommand?)body),
        Return<ShellCommand?>(null));

    private static readonly Parser<char, ShellCommand> Simple = Map(
            static (prefix, rest, body) => MakeSimple(prefix, rest, body), Prefix, Elements, FunctionTail)
        .Assert(static command => command is not null, "command expected")
        .Select(static command => command!);

    private static readonly Parser<char, IEnumerable<ShellListItem>> DoGroup =
        new ShellChoice<IEnumerable<ShellListItem>>(
            1,
            static ahead => At(ahead, 0) == '{' ? 1 : 0,
            Body.Between(Keyword("do"), Keyword("done")),
            Body.Between(Keyword("{"), Keyword("}")));

    private static readonly Parser<char, ShellCommand> SubshellCommand = Compound(
        Body.Between(Char('('), Char(')')), static (span, body, redirects) => new Subshell(span, [.. body], redirects));

    private static readonly Parser<char, ShellCommand> Braces = Compound(
        Body.Between(Keyword("{"), Keyword("}")), static (span, body, redirects) => new BraceGroup(span, [.. body], redirects));

    private static readonly Parser<char, ShellCommand> ArithmeticCommandParser = Compound(
        Arithmetic, static (span, parts, redirects) => new ArithmeticCommand(span, [.. parts], redirects));

    private static readonly Parser<char, IfBranch> Branch = Map(
        static (start, condition, body, end) => new IfBranch(TextSpan.FromBounds(start, end), [.. condition], [.. body]),
        CurrentOffset,
        Keyword("if").Or(Keyword("elif")).Then(Body),
        Keyword("then").Then(Body),
        CurrentOffset);

    private static readonly Parser<char, ShellCommand> If = Compound(
        Map(
            static (first, more, otherwise) => (Branches: more.Prepend(first), Else: otherwise),
            Branch,
            new ShellChoice<IfBranch>(5, static ahead => IsWord(ahead, "elif") ? 0 : 1, Branch).Many(),
            new ShellChoice<IEnumerable<ShellListItem>>(
                5, static ahead => IsWord(ahead, "else") ? 0 : 1, Keyword("else").Then(Body), Return(Enumerable.Empty<ShellListItem>())))
            .Before(Keyword("fi")),
        static (span, x, redirects) => new IfCommand(span, [.. x.Branches], [.. x.Else], redirects));

    private static readonly Parser<char, ShellCommand> While = Compound(
        Map(
            static (word, condition, body) => (IsUntil: word[0] == 'u', Condition: condition, Body: body),
            Keyword("while").Or(Keyword("until")),
            Body,
            DoGroup),
        static (span, x, redirects) => new WhileCommand(span, x.IsUntil, [.. x.Condition], [.. x.Body], redirects));

    private static readonly Parser<char, Unit> Separators = Token(static c => c == ';' || IsSpace(c)).SkipMany();

    private static readonly Parser<char, IEnumerable<ShellWord>?> InWords = Linebreak.Then(new ShellChoice<IEnumerable<ShellWord>?>(
        3,
        static ahead => IsWord(ahead, "in") ? 0 : 1,
        Keyword("in", linebreak: false).Then(new ShellChoice<ShellWord>(
            1, static ahead => EndsElements(ahead) ? 1 : 0, Word.Before(Blanks)).Many())
            .Select(static words => (IEnumerable<ShellWord>?)words),
        Return<IEnumerable<ShellWord>?>(null)));

    private static readonly Parser<char,
        (string Name, TextSpan Span, IEnumerable<ShellWord>? Words, IEnumerable<ShellListItem> Body)> Loop = Map(
        static (start, name, end, words, body) => (name, TextSpan.FromBounds(start, end), words, body),
        CurrentOffset,
        VariableName,
        CurrentOffset,
        InWords.Before(Separators),
        DoGroup);

    private static readonly Parser<char, Func<TextSpan, ImmutableArray<Redirect>, ShellCommand>> ForWords =
        Loop.Select<Func<TextSpan, ImmutableArray<Redirect>, ShellCommand>>(static x => (span, redirects) =>
            new ForCommand(span, x.Name, x.Span, x.Words is not null, [.. x.Words ?? []], [.. x.Body], redirects));

    private static readonly Parser<char, Func<TextSpan, ImmutableArray<Redirect>, ShellCommand>> ForArithmetic =
        Map<char, IEnumerable<ShellWordPart>, IEnumerable<ShellListItem>, Func<TextSpan, ImmutableArray<Redirect>, ShellCommand>>(
            static (parts, body) => (span, redirects) => new ArithmeticForCommand(span, [.. parts], [.. body], redirects),
            Arithmetic.Before(Separators),
            DoGroup);

    private static readonly Parser<char, ShellCommand> For = Compound(
        Keyword("for").Then(new ShellChoice<Func<TextSpan, ImmutableArray<Redirect>, ShellCommand>>(
            1, static ahead => At(ahead, 0) == ShellMarks.ArithmeticOpen ? 0 : 1, ForArithmetic, ForWords)),
        static (span, make, redirects) => make(span, redirects));

    private static readonly Parser<char, ShellCommand> Select = Compound(
        Keyword("select").Then(Loop),
        static (span, x, redirects) => new SelectCommand(
            span, x.Name, x.Span, x.Words is not null, [.. x.Words ?? []], [.. x.Body], redirects));

    private static readonly Parser<char, CaseTerminator> Terminator = new ShellChoice<CaseTerminator>(
        3,
        static ahead => ahead switch { [';', ';', '&', ..] => 2, [';', ';', ..] => 0, [';', '&', ..] => 1, _ => 3 },
        String(";;").ThenReturn(CaseTerminator.Break),
        String(";&").ThenReturn(CaseTerminator.FallThrough),
        String(";;&").ThenReturn(CaseTerminator.Continue),
        Return(CaseTerminator.None));

    private static readonly Parser<char, CaseItem> Item = Map(
        static (start, patterns, body, terminator, end) =>
            new CaseItem(TextSpan.FromBounds(start, end), [.. patterns], [.. body], terminator),
        CurrentOffset,
        Char('(').Then(Blanks).Optional().Then(Word.Before(Blanks).SeparatedAtLeastOnce(Char('|').Then(Blanks))).Before(Char(')')),
        List,
        Terminator,
        CurrentOffset).Before(Linebreak);

    private static readonly Parser<char, ShellCommand> Case = Compound(
        Map(
            static (subject, items) => (subject, items),
            Keyword("case").Then(Word).Before(Linebreak),
            Keyword("in").Then(new ShellChoice<CaseItem>(5, static ahead => IsWord(ahead, "esac") ? 1 : 0, Item).Many()))
                .Before(Keyword("esac")),
        static (span, x, redirects) => new CaseCommand(span, x.subject, [.. x.items], redirects));

    private static readonly Parser<char, ShellWord> ConditionalOperator = ToWord(
        Map(
            static (start, text, end) => (IEnumerable<ShellWordPart>)[new Literal(TextSpan.FromBounds(start, end), text)],
            CurrentOffset,
            String("&&").Or(String("||")).Or(OneOf("()<>").Select(static c => c.ToString())),
            CurrentOffset));

    private static readonly Parser<char, IEnumerable<ShellWord>> ConditionalElement = new ShellChoice<IEnumerable<ShellWord>>(
        3,
        static ahead => IsWord(ahead, "]]") || ahead.IsEmpty ? 3
            : ahead[0] is '(' or ')' or '<' or '>' or '&' or '|' ? 1 : IsWord(ahead, "=~") ? 2 : 0,
        Word.Select(static word => (IEnumerable<ShellWord>)[word]),
        ConditionalOperator.Select(static word => (IEnumerable<ShellWord>)[word]),
        Map(static (op, pattern) => (IEnumerable<ShellWord>)[op, pattern], Word.Before(Blanks), Pattern)).Before(Linebreak);

    private static readonly Parser<char, ShellCommand> Conditional = Compound(
        ConditionalElement.Many().Between(Keyword("[["), Keyword("]]")),
        static (span, words, redirects) => new ConditionalExpression(span, [.. words.SelectMany(static word => word)], redirects));

    private static readonly Parser<char, ShellCommand> Function = Map(
        static (start, name, body) => (ShellCommand)new FunctionDefinition(
            TextSpan.FromBounds(start, body.Span.End), name.LiteralValue ?? "", name.Span, body),
        CurrentOffset,
        Keyword("function").Then(Word).Before(Blanks),
        Char('(').Then(Blanks).Then(Char(')')).Optional().Then(Linebreak).Then(FunctionBody));

    private static readonly Parser<char, ShellCommand> Command = new ShellChoice<ShellCommand>(
        10, SelectCommandKind, Simple, SubshellCommand, Braces, ArithmeticCommandParser, If, While, For, Select, Case, Conditional,
            Function)
        .Labelled("command");

    private static readonly Parser<char, ShellCommand> CompoundBody = new ShellChoice<ShellCommand>(
        10,
        static ahead => SelectCommandKind(ahead) is var kind and > 0 and < 10 ? kind - 1 : 9,
        SubshellCommand, Braces, ArithmeticCommandParser, If, While, For, Select, Case, Conditional).Labelled("function body");

    private static readonly Parser<char, string> PipelineWord = new ShellChoice<string>(
        5,
        static ahead => IsWord(ahead, "!") ? 0 : IsWord(ahead, "time") ? 1 : 2,
        Keyword("!", linebreak: false),
        Keyword("time", linebreak: false).Before(new ShellChoice<Unit>(
            3, static ahead => IsWord(ahead, "-p") ? 0 : 1, Keyword("-p", linebreak: false).ThenReturn(Unit.Value), Return(Unit.Value))));

    private static readonly Parser<char, ShellOperator> Pipe = new ShellChoice<ShellOperator>(
        2,
        static ahead => ahead switch { ['|', '&', ..] => 1, ['|', '|', ..] => 2, ['|', ..] => 0, _ => 2 },
        Token2(String("|")),
        Token2(String("|&"))).Before(Linebreak);

    private static readonly Parser<char, ShellOperator> AndOr = new ShellChoice<ShellOperator>(
        2,
        static ahead => ahead switch { ['&', '&', ..] => 0, ['|', '|', ..] => 1, _ => 2 },
        Token2(String("&&")),
        Token2(String("||"))).Before(Linebreak);

    private static readonly Parser<char, Pipeline> PipelineParser = Map(
        static (start, words, first, more) => MakePipeline(start, words, first, more),
        CurrentOffset,
        PipelineWord.Many(),
        Command,
        Map(static (op, command) => (op, command), Pipe, Command).Many());

    private static readonly Parser<char, AndOrList> AndOrParser = Map(
        static (first, more) => MakeList(first, more),
        PipelineParser,
        Map(static (op, pipeline) => (op, pipeline), AndOr, PipelineParser).Many());

    private static readonly Parser<char, ShellSeparator> Separator = new ShellChoice<ShellSeparator>(
        5,
        static ahead => ahead switch
        {
            [';', ';' or '&', ..] => 3,
            [';', ..] => 0,
            ['&', ..] => 1,
            ['\n', ..] => 2,
            _ => EndsList(ahead) ? 3 : 4,
        },
        Char(';').Then(Linebreak).ThenReturn(ShellSeparator.Semicolon),
        Char('&').Then(Linebreak).ThenReturn(ShellSeparator.Background),
        Linebreak.ThenReturn(ShellSeparator.Newline),
        Return(ShellSeparator.None));

    private static readonly Parser<char, IEnumerable<ShellListItem>> Items = Linebreak.Then(new ShellChoice<ShellListItem>(
        5,
        static ahead => EndsList(ahead) ? 1 : 0,
        Map(static (list, separator) => new ShellListItem(list.Span, list, separator), AndOrParser, Separator)).Many());

    /// <summary>A script up to the end of the text or of what encloses it.</summary>
    internal static readonly Parser<char, ShellScript> Script = Map(
        static (start, items, end) =>
            new ShellScript(TextSpan.FromBounds(start, end), [.. items], []), CurrentOffset, Items, CurrentOffset);

    /// <summary>The whole text.</summary>
    internal static readonly Parser<char, ShellScript> Whole = Script.Before(End);

    private static bool EndsElements(ReadOnlySpan<char> ahead) =>
        ahead.IsEmpty || ahead[0] is '\n' or ';' or '&' or '|' or '(' or ')' or ShellMarks.BacktickClose;

    private static int SelectCommandKind(ReadOnlySpan<char> ahead) => At(ahead, 0) switch
    {
        '(' => 1,
        '{' when IsWord(ahead, "{") => 2,
        ShellMarks.ArithmeticOpen => 3,
        'i' when IsWord(ahead, "if") => 4,
        'w' when IsWord(ahead, "while") => 5,
        'u' when IsWord(ahead, "until") => 5,
        'f' when IsWord(ahead, "for") => 6,
        's' when IsWord(ahead, "select") => 7,
        'c' when IsWord(ahead, "case") => 8,
        '[' when IsWord(ahead, "[[") => 9,
        'f' when IsWord(ahead, "function") => 10,
        _ => EndsList(ahead) ? 11 : 0,
    };

    private static Parser<char, string> Keyword(string word, bool linebreak = true) =>
        word is "fi" or "done" or "}" or "esac" or "]]" ? String(word) : Try(String(word)).Before(linebreak ? Linebreak : Blanks);

    private static Parser<char, ShellOperator> Token2(Parser<char, string> text) => Map(
        static (start, value) => new ShellOperator(new TextSpan(start, value.Length), value), CurrentOffset, text);

    private static Parser<char, ShellCommand> Compound<T>(
        Parser<char, T> inner, Func<TextSpan, T, ImmutableArray<Redirect>, ShellCommand> make) => Map(
        (start, value, end, redirects) =>
        {
            ImmutableArray<Redirect> all = [.. redirects];
            return make(TextSpan.FromBounds(start, all.IsEmpty ? end : all[^1].Span.End), value, all);
        },
        CurrentOffset,
        inner,
        CurrentOffset,
        Blanks.Then(Redirects));

    private static ShellCommand? MakeSimple(IEnumerable<ShellNode> prefix, IEnumerable<ShellNode> rest, ShellCommand? body)
    {
        List<ShellNode> all = [.. prefix, .. rest];
        if (all.Count == 0 || (body is not null && all is not [ShellWord]))
        {
            return null;
        }

        if (body is not null)
        {
            var name = (ShellWord)all[0];
            return new FunctionDefinition(
                TextSpan.FromBounds(name.Span.Start, body.Span.End), name.LiteralValue ?? "", name.Span, body);
        }

        return new SimpleCommand(
            TextSpan.FromBounds(all[0].Span.Start, all[^1].Span.End),
            [.. all.OfType<Assignment>()],
            [.. all.OfType<ShellWord>()],
            [.. all.OfType<Redirect>()]);
    }

    private static Pipeline MakePipeline(
        int start, IEnumerable<string> words, ShellCommand first, IEnumerable<(ShellOperator Op, ShellCommand Command)> more)
    {
        ImmutableArray<ShellCommand> commands = [first, .. more.Select(static x => x.Command)];
        return new Pipeline(
            TextSpan.FromBounds(start, commands[^1].Span.End),
            words.Count(static word => word == "!") % 2 == 1,
            words.Contains("time"),
            commands,
            [.. more.Select(static x => x.Op)]);
    }

    private static AndOrList MakeList(Pipeline first, IEnumerable<(ShellOperator Op, Pipeline Pipeline)> more)
    {
        ImmutableArray<Pipeline> pipelines = [first, .. more.Select(static x => x.Pipeline)];
        return new AndOrList(
            TextSpan.FromBounds(first.Span.Start, pipelines[^1].Span.End), pipelines, [.. more.Select(static x => x.Op)]);
    }
}
