using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>Reads what stands in brackets.</summary>
internal static class TestTerms
{
    private static readonly HashSet<string> s_binary = new(StringComparer.Ordinal)
    {
        "=", "==", "!=", "=~", "<", ">", "<=", ">=", "-eq", "-ne", "-lt", "-le", "-gt", "-ge", "-nt", "-ot", "-ef",
    };

    /// <summary>The tests, and the operators that join them.</summary>
    internal static (IReadOnlyList<TestTerm> Terms, IReadOnlyList<ShellWord> Joins) Of(CheckedScript script)
    {
        var terms = new List<TestTerm>();
        var joins = new List<ShellWord>();
        foreach (var command in script.Commands)
        {
            if (command.Words is [{ LiteralValue: "[" }, .., { LiteralValue: "]" or "]]" } end])
            {
                Read(script, Tokens(command, end), command, false, terms, joins);
            }
        }

        foreach (var condition in script.All<ConditionalExpression>())
        {
            Read(script, [.. condition.Words.Select(word => (word, (TextSpan?)null))], condition, true, terms, joins);
        }

        return (terms, joins);
    }

    // What looks like a redirection between the brackets is meant as a comparison.
    private static List<(ShellWord Word, TextSpan? Operator)> Tokens(SimpleCommand command, ShellWord end)
    {
        var tokens = command.Words.Skip(1).Take(command.Words.Length - 2).Select(word => (word, (TextSpan?)null)).ToList();
        foreach (var redirect in command.Redirects.Where(redirect => redirect.Span.End <= end.Span.Start))
        {
            var sign = new ShellWord(redirect.Operator.Span, [new Literal(redirect.Operator.Span, redirect.Operator.Text)]);
            tokens.Add((sign, redirect.Operator.Span));
            tokens.Add((redirect.Target, null));
        }

        return [.. tokens.OrderBy(token => token.word.Span.Start)];
    }

    private static void Read(
        CheckedScript script, List<(ShellWord Word, TextSpan? Operator)> tokens, ShellCommand owner, bool isDouble, List<TestTerm> terms,
        List<ShellWord> joins)
    {
        var none = new TextSpan(owner.Span.Start, 0);
        var (firstTerm, firstJoin) = (terms.Count, joins.Count);
        var mayBegin = true;
        for (var i = 0; i < tokens.Count;)
        {
            // What is no test at all says nothing about its words.
            if (!mayBegin && !IsJoin(script, tokens[i].Word, isDouble) && script.Slice(tokens[i].Word.Span) is not (")" or "\\)"))
            {
                terms.RemoveRange(firstTerm, terms.Count - firstTerm);
                joins.RemoveRange(firstJoin, joins.Count - firstJoin);
                return;
            }

            mayBegin = script.Slice(tokens[i].Word.Span) is "!" or "(" or "\\(";
            var word = tokens[i].Word;
            var text = script.Slice(word.Span);
            if (text is "!" or "(" or ")" or "\\(" or "\\)")
            {
                i++;
            }
            else if (i + 2 < tokens.Count && s_binary.Contains(tokens[i + 1].Word.LiteralValue ?? ""))
            {
                terms.Add(new TestTerm(
                    word, tokens[i + 1].Word.LiteralValue, tokens[i + 1].Word.Span, tokens[i + 2].Word, isDouble, owner));
                i += 3;
            }
            else if (i + 1 < tokens.Count && IsUnary(text) && !(i + 2 < tokens.Count && IsJoin(script, tokens[i + 1].Word, isDouble)))
            {
                terms.Add(new TestTerm(null, text, word.Span, tokens[i + 1].Word, isDouble, owner));
                i += 2;
            }
            else
            {
                terms.Add(new TestTerm(null, null, none, word, isDouble, owner));
                i++;
            }

            if (i < tokens.Count && i > 0 && IsJoin(script, tokens[i].Word, isDouble))
            {
                joins.Add(tokens[i].Word);
                mayBegin = true;
                i++;
                if (i == tokens.Count)
                {
                    terms.RemoveRange(firstTerm, terms.Count - firstTerm);
                    joins.RemoveRange(firstJoin, joins.Count - firstJoin);
                }
            }
        }
    }

    private static bool IsUnary(string text) => text is ['-', var letter] && char.IsAsciiLetter(letter);

    private static bool IsJoin(CheckedScript script, ShellWord word, bool isDouble) =>
        script.Slice(word.Span) is var text && (isDouble ? text is "&&" or "||" : text is "-a" or "-o");
}
