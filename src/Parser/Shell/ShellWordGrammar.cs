using System.Collections.Immutable;
using Dockerlint.Text;
using Pidgin;
using static Dockerlint.Syntax.Shell.ShellLookahead;
using static Pidgin.Parser;
using static Pidgin.Parser<char>;

namespace Dockerlint.Syntax.Shell;

/// <summary>Words and what is in them; commands are in <see cref="ShellGrammar"/>.</summary>
internal static class ShellWordGrammar
{
    internal static readonly Parser<char, Unit> Blanks = Token(IsBlank).SkipMany();
    internal static readonly Parser<char, Unit> Linebreak = Token(IsSpace).SkipMany();

    private static readonly Parser<char, ShellScript> NestedScript = Rec(() => ShellGrammar.Script);
    private static readonly Parser<char, ShellWordPart> NestedPart = Rec(() => Part!);
    private static readonly Parser<char, ShellWordPart> NestedQuotedPart = Rec(() => QuotedPart!);

    private static readonly Parser<char, ShellWordPart> LiteralRun =
        Spanned(Token(IsLiteral).AtLeastOnceString(), static (span, text) => new Literal(span, text));

    private static readonly Parser<char, ShellWordPart> QuotedLiteralRun =
        Spanned(Token(IsQuotedLiteral).AtLeastOnceString(), static (span, text) => new Literal(span, text));

    private static readonly Parser<char, ShellWordPart> OneLiteral =
        Spanned(Any, static (span, c) => new Literal(span, c.ToString()));

    private static readonly Parser<char, ShellWordPart> Skipped =
        Spanned(Token(ShellMarks.Nothing).SkipAtLeastOnce(), static (span, _) => new Escaped(span, ""));

    private static readonly Parser<char, ShellWordPart> Escape =
        Spanned(Char('\\').Then(Any.Optional()), static (span, c) =>
            c.HasValue ? new Escaped(span, c.Value.ToString()) : new Literal(span, "\\"));

    private static readonly Parser<char, ShellWordPart> Single = Spanned(
        Token(static c => c != '\'').ManyString().Between(Char('\'')), static (span, text) => new SingleQuoted(span, text));

    private static readonly Parser<char, ShellWordPart> AnsiC = Spanned(
        String("$'").Then(new ShellChoice<string>(
            1,
            static ahead => At(ahead, 0) is '\'' ? 2 : At(ahead, 0) is '\\' ? 0 : 1,
            Map(static (slash, c) => $"{slash}{c}", Char('\\'), Any),
            Token(static c => c is not ('\'' or '\\')).AtLeastOnceString()).Many()).Before(Char('\'')),
        static (span, texts) => new AnsiCQuoted(span, string.Concat(texts)));

    private static readonly Parser<char, ShellWordPart> Double = Spanned(
        Char('$').Optional().Then(NestedQuotedPart.Many().Between(Char('"'))),
        static (span, parts) => new DoubleQuoted(span, [.. parts]));

    private static readonly Parser<char, string> Name =
        Token(IsNameStart).Then(Token(IsNameCharacter).ManyString(), static (first, rest) => first + rest).Labelled("name");

    private static readonly Parser<char, string> ParameterName = new ShellChoice<string>(
        1,
        static ahead => IsNameStart(At(ahead, 0)) ? 0 : char.IsAsciiDigit(At(ahead, 0)) ? 1 : 2,
        Name,
        Digit.AtLeastOnceString(),
        Token(IsSpecial).Select(static c => c.ToString())).Labelled("parameter name");

    private static readonly Parser<char, ShellWordPart> SimpleParameter = Spanned(
        Char('$').Then(Name.Or(Token(IsSpecial).Select(static c => c.ToString()))),
        static (span, name) => new ParameterExpansion(span, name, null, null, null, null));

    private static readonly Parser<char, ShellWordPart> Bracketed = BracedParameter(BraceParts(quoted: false));
    private static readonly Parser<char, ShellWordPart> QuotedBracketed = BracedParameter(BraceParts(quoted: true));

    private static readonly Parser<char, ShellWordPart> Substitution = Spanned(
        String("$(").Then(NestedScript).Before(Char(')')), static (span, script) => new CommandSubstitution(span, script, false));

    private static readonly Parser<char, ShellWordPart> Backticks = Spanned(
        NestedScript.Between(Char(ShellMarks.BacktickOpen), Char(ShellMarks.BacktickClose)),
        static (span, script) => new CommandSubstitution(span, script, true));

    private static readonly Parser<char, ShellWordPart> Process = Spanned(
        Map(static (c, script) => (c, script), OneOf('<', '>'), NestedScript.Between(Char('('), Char(')'))),
        static (span, inner) => new ProcessSubstitution(span, inner.script, inner.c == '>'));

    /// <summary>Text up to the double parenthesis that closes an arithmetic expression.</summary>
    internal static readonly Parser<char, IEnumerable<ShellWordPart>> Arithmetic = new ShellChoice<ShellWordPart>(
        3,
        static ahead => ahead.IsEmpty || ahead[0] == ShellMarks.ArithmeticClose ? 4 : ahead[0] == '"' ? 2 : SelectExpansion(ahead) ? 1
            : ahead[0] == '\\' ? 3 : 0,
        QuotedLiteralRun,
        NestedQuotedPart,
        Double,
        Escape).Many().Between(String(new string(ShellMarks.ArithmeticOpen, 2)), String(new string(ShellMarks.ArithmeticClose, 2)));

    private static readonly Parser<char, ShellWordPart> ArithmeticPart =
        Spanned(Char('$').Then(Arithmetic), static (span, parts) => new ArithmeticExpansion(span, [.. parts]));

    private static readonly Parser<char, string> GlobText = new ShellChoice<string>(
        1,
        static ahead => At(ahead, 0) switch { ShellMarks.GlobClose => 2, ShellMarks.GlobOpen => 1, _ => 0 },
        Token(static c => c is not (ShellMarks.GlobOpen or ShellMarks.GlobClose)).AtLeastOnceString(),
        Rec(() => Glob!).Select(static part => part.LiteralValue!)).Many().Select(string.Concat);

    private static readonly Parser<char, ShellWordPart> Glob = Spanned(
        GlobText.Between(Char(ShellMarks.GlobOpen), Char(ShellMarks.GlobClose)), static (span, text) => new ExtendedGlob(span, text));

    private static readonly Parser<char, ShellWordPart> Array = Spanned(
        Linebreak.Then(new ShellChoice<ShellWord>(
            1, static ahead => At(ahead, 0) == ShellMarks.ArrayClose ? 1 : 0, Rec(() => Word!).Before(Linebreak)).Many())
            .Between(Char(ShellMarks.ArrayOpen), Char(ShellMarks.ArrayClose)),
        static (span, words) => new ArrayLiteral(span, [.. words]));

    private static readonly Parser<char, ShellWordPart>[] Expansions =
        [OneLiteral, SimpleParameter, Bracketed, Substitution, ArithmeticPart, AnsiC, Double];

    private static readonly Parser<char, ShellWordPart> Dollar = new ShellChoice<ShellWordPart>(2, SelectDollar, Expansions);

    private static readonly Parser<char, ShellWordPart> QuotedDollar = new ShellChoice<ShellWordPart>(
        2, SelectDollar, OneLiteral, SimpleParameter, QuotedBracketed, Substitution, ArithmeticPart, OneLiteral, OneLiteral);

    /// <summary>A part of a word outside of quotes.</summary>
    internal static readonly Parser<char, ShellWordPart> Part = new ShellChoice<ShellWordPart>(
        2, SelectPart, LiteralRun, Dollar, Double, Single, Escape, Backticks, Skipped, Glob, Array, Process);

    private static readonly Parser<char, ShellWordPart> QuotedPart = new ShellChoice<ShellWordPart>(
        2,
        SelectQuotedPart,
        QuotedLiteralRun,
        QuotedDollar,
        Escape,
        OneLiteral,
        Backticks,
        Skipped);

    /// <summary>A word; blanks behind it are left.</summary>
    internal static readonly Parser<char, ShellWord> Word = ToWord(Part.AtLeastOnce()).Labelled("word");

    /// <summary>What follows an equals sign or an operator: maybe nothing.</summary>
    internal static readonly Parser<char, ShellWord> WordOrEmpty = ToWord(Part.Many());

    /// <summary>The regular expression behind <c>=~</c>, in which parentheses and bars are characters.</summary>
    internal static readonly Parser<char, ShellWord> Pattern = ToWord(new ShellChoice<ShellWordPart>(
        2, static ahead => ahead.IsEmpty || IsSpace(ahead[0]) ? 2 : ahead[0] is '(' or ')' or '|' or '<' or '>' or '&' or ';' ? 1 : 0, Part,
            OneLiteral).AtLeastOnce());

    /// <summary>The name of a variable.</summary>
    internal static Parser<char, string> VariableName => Name;

    internal static Parser<char, ShellWord> ToWord(Parser<char, IEnumerable<ShellWordPart>> parts) => Map(
        static (start, inner, end) => new ShellWord(TextSpan.FromBounds(start, end), [.. inner]), CurrentOffset, parts, CurrentOffset);

    private static Parser<char, ShellWordPart> Spanned<T>(Parser<char, T> inner, Func<TextSpan, T, ShellWordPart> make) =>
        Map((start, value, end) => make(TextSpan.FromBounds(start, end), value), CurrentOffset, inner, CurrentOffset);

    private static bool SelectExpansion(ReadOnlySpan<char> ahead) =>
        ahead[0] is '$' or ShellMarks.BacktickOpen or ShellMarks.Nothing;

    private static int SelectDollar(ReadOnlySpan<char> ahead) => At(ahead, 1) switch
    {
        '{' => 2,
        '(' => 3,
        ShellMarks.ArithmeticOpen => 4,
        '\'' => 5,
        '"' => 6,
        var c => IsNameStart(c) || IsSpecial(c) ? 1 : 0,
    };

    private static int SelectPart(ReadOnlySpan<char> ahead) => At(ahead, 0) switch
    {
        '\0' when ahead.IsEmpty => 10,
        '$' => 1,
        '"' => 2,
        '\'' => 3,
        '\\' => 4,
        ShellMarks.BacktickOpen => 5,
        ShellMarks.Nothing => 6,
        ShellMarks.GlobOpen => 7,
        ShellMarks.ArrayOpen => 8,
        '<' or '>' when At(ahead, 1) == '(' => 9,
        var c => IsLiteral(c) ? 0 : 10,
    };

    private static int SelectQuotedPart(ReadOnlySpan<char> ahead) => At(ahead, 0) switch
    {
        '\0' when ahead.IsEmpty => 6,
        '$' => 1,
        '\\' => At(ahead, 1) is '$' or '`' or '"' or '\\' ? 2 : 3,
        ShellMarks.BacktickOpen => 4,
        ShellMarks.Nothing => 5,
        var c => IsQuotedLiteral(c) ? 0 : 6,
    };

    private static Parser<char, ShellWord> BraceParts(bool quoted)
    {
        var literal = Spanned(
            Token(c => c is not ('}' or '"' or '`' or '\\' or '$') && (quoted || c != '\'') && !ShellMarks.IsMark(c)).AtLeastOnceString(),
            static (span, text) => new Literal(span, text));
        return ToWord(new ShellChoice<ShellWordPart>(
            2,
            ahead => At(ahead, 0) switch
            {
                '\0' when ahead.IsEmpty => 7,
                '}' => 7,
                '"' => 1,
                '\'' when !quoted => 2,
                '\\' => 3,
                '$' when At(ahead, 1) == '}' => 4,
                '$' => 5,
                ShellMarks.BacktickOpen or ShellMarks.Nothing => 6,
                _ => 0,
            },
            literal,
            Rec(() => Double),
            Single,
            Escape,
            OneLiteral,
            Rec(() => quoted ? QuotedDollar! : Dollar!),
            NestedPart).Many());
    }

    private static Parser<char, ShellWordPart> BracedParameter(Parser<char, ShellWord> rest)
    {
        var prefix = new ShellChoice<string?>(
            2,
            static ahead =>
                At(ahead, 0) is '#' or '!' && (IsNameStart(At(ahead, 1)) || IsSpecial(At(ahead, 1)) && At(ahead, 1) is not '-') ? 0 : 1,
            Any.Select(static c => (string?)c.ToString()),
            Return<string?>(null));
        var subscript = new ShellChoice<string?>(
            1,
            static ahead => At(ahead, 0) == '[' ? 0 : 1,
            Token(static c => c is not (']' or '}')).ManyString().Between(Char('['), Char(']')).Select(static text => (string?)text),
            Return<string?>(null));
        var name = new ShellChoice<string>(
            1, static ahead => IsNameStart(At(ahead, 0)) || IsSpecial(At(ahead, 0)) ? 0 : 1, ParameterName, Return(""));
        var operation = new ShellChoice<string?>(
            2,
            static ahead => At(ahead, 0) switch
            {
                '}' => 2,
                ':' when At(ahead, 1) is '-' or '=' or '?' or '+' => 1,
                '#' or '%' or '/' or '^' or ',' when At(ahead, 1) == ahead[0] => 1,
                '/' when At(ahead, 1) is '#' or '%' => 1,
                '#' or '%' or '/' or '^' or ',' or ':' or '-' or '=' or '?' or '+' or '@' or '*' => 0,
                _ => 3,
            },
            Any.Select(static c => (string?)c.ToString()),
            Map(static (a, b) => (string?)$"{a}{b}", Any, Any),
            Return<string?>(null)).Labelled("operator of an expansion");
        var tail = new ShellChoice<(string? Operator, ShellWord Word)>(
            1,
            static ahead => IsPatternOperator(At(ahead, 0)) ? 1 : 0,
            Map(static (o, w) => (o, w), operation, rest),
            Map(static (o, w) => (o, w), operation, BraceParts(quoted: false)));
        return Spanned(
            String("${").Then(Map(static (p, n, s, t) => (p, n, s, o: t.Operator, w: t.Word), prefix, name, subscript, tail))
                .Before(Char('}')),
            static (span, x) => new ParameterExpansion(span, x.n, x.s, x.p, x.o, x.o is null ? null : x.w));
    }
}
