using Pidgin;
using static Pidgin.Parser;
using static Pidgin.Parser<char>;

namespace Dockerlint.Syntax.Grammar;

/// <summary>Splits the text of an instruction: keyword, flags, and the words of BuildKit's <c>parseWords</c>.</summary>
internal sealed class LineGrammar
{
    private static readonly Parser<char, Unit> s_spaces = Token(GrammarText.IsSpace).SkipMany();

    // Flags know only the backslash, whatever the escape directive says.
    private static readonly Parser<char, Unit> s_flagUnit = Unit('\\', quotesEscapeSingle: true);
    private static readonly Parser<char, RawSpan> s_flag = SpanOf(Try(String("--")).Then(s_flagUnit.SkipMany()));
    private static readonly Parser<char, IEnumerable<RawSpan>> s_flags = s_spaces.Then(s_flag.Before(s_spaces).Many());

    private static readonly LineGrammar s_backslash = new('\\');
    private static readonly LineGrammar s_backtick = new('`');

    private readonly Parser<char, IEnumerable<RawSpan>> _words;

    private LineGrammar(char escape)
    {
        var word = SpanOf(Unit(escape, quotesEscapeSingle: false).SkipAtLeastOnce()).Labelled("word");
        _words = s_spaces.Then(word.Before(s_spaces).Many());
    }

    internal static LineGrammar For(char escape) => escape == '`' ? s_backtick : s_backslash;

    /// <summary>Words separated by white space outside quotes; quotes and escapes stay in them.</summary>
    internal List<RawSpan> Words(string text, int start, int end) => Run(_words, text, start, end);

    /// <summary>The words that start with two dashes; a bare <c>--</c> ends them and is the last one returned.</summary>
    internal static List<RawSpan> Flags(string text, int start, int end)
    {
        if (end - start < 2 || text[start] != '-' || text[start + 1] != '-')
        {
            return [];
        }

        var flags = Run(s_flags, text, start, end);
        var stop = flags.FindIndex(flag => flag.Length == 2);
        return stop < 0 ? flags : flags.GetRange(0, stop + 1);
    }

    /// <summary>Arguments separated by blanks, without regard to quotes.</summary>
    internal static List<RawSpan> Plain(string text, int start, int end)
    {
        var words = new List<RawSpan>();
        var position = start;
        while (position < end)
        {
            var from = position;
            while (position < end && !GrammarText.IsBlank(text[position]))
            {
                position++;
            }

            words.Add(new RawSpan(from, position - from));
            while (position < end && GrammarText.IsBlank(text[position]))
            {
                position++;
            }
        }

        return words;
    }

    private static List<RawSpan> Run(Parser<char, IEnumerable<RawSpan>> parser, string text, int start, int end) =>
        [.. parser.ParseOrThrow(text.AsSpan(start, end - start)).Select(raw => new RawSpan(raw.Start + start, raw.Length))];

    private static Parser<char, RawSpan> SpanOf(Parser<char, Unit> parser) =>
        Map((start, _, end) => new RawSpan(start, end - start), CurrentOffset, parser, CurrentOffset);

    private static Parser<char, Unit> Unit(char escape, bool quotesEscapeSingle)
    {
        var escaped = Char(escape).Then(Any.Optional()).IgnoreResult();
        var inDouble = OneOf(Token(c => c != '"' && c != escape).SkipAtLeastOnce(), escaped);
        var inSingle = quotesEscapeSingle
            ? OneOf(Token(c => c != '\'' && c != escape).SkipAtLeastOnce(), escaped)
            : Token(c => c != '\'').SkipAtLeastOnce();
        return OneOf(
            Token(c => !GrammarText.IsSpace(c) && c is not ('\'' or '"') && c != escape).SkipAtLeastOnce(),
            escaped,
            Char('"').Then(inDouble.SkipMany()).Then(Char('"').Optional()).IgnoreResult(),
            Char('\'').Then(inSingle.SkipMany()).Then(Char('\'').Optional()).IgnoreResult());
    }
}
