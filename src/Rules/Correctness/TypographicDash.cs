using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class TypographicDash : Rule
{
    // Hyphens, figure dash, en dash, em dash, bar, minus.
    private const string Dashes = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE58\uFE63\uFF0D";

    // What prints its words, whatever they are.
    private static readonly string[] s_printers = ["echo", "printf"];

    public override RuleInfo Info { get; } = new("DK6043", "typographic-dash", Category.Correctness, Severity.Error)
    {
        Since = "0.2",
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "A flag or an option begins with a typographic dash.",
            """
            Text that went through a word processor or a web page has dashes where hyphens were. Neither the builder nor a program takes
            them for the beginning of an option: they become the name of a file or of a package.
            """,
            [
                new(
                    Bad: "FROM node:22\nCOPY \u2014chown=node a /srv/\n",
                    Good: "FROM node:22\nCOPY --chown=node a /srv/\n",
                    Fixed: "FROM node:22\nCOPY --chown=node a /srv/\n"),
                new(
                    Bad: "FROM node:22\nRUN npm install \u2013g npm@11\n",
                    Good: "FROM node:22\nRUN echo \u2013g\n",
                    Fixed: "FROM node:22\nRUN npm install -g npm@11\n"),
            ])
        {
            Remedy = "Write hyphens: one before a single letter, two before a word.",
        },
    };

    public override void Register(RuleHooks on)
    {
        on.Instruction<InstructionSyntax>(static (instruction, context) =>
        {
            // Where flags stand: behind the keyword and other flags.
            var line = instruction.LogicalLine;
            var keyword = instruction.Keyword.LogicalText;
            var position = line.Text.IndexOf(keyword, StringComparison.Ordinal) + keyword.Length;
            while (instruction is not OnbuildInstruction && position < line.Length)
            {
                var start = position;
                while (start < line.Length && line.Text[start] is ' ' or '\t')
                {
                    start++;
                }

                position = start;
                while (position < line.Length && line.Text[position] is not (' ' or '\t'))
                {
                    position++;
                }

                var word = line.Text[start..position];
                if (!word.StartsWith("--", StringComparison.Ordinal) && !IsOption(word))
                {
                    break;
                }

                if (IsOption(word))
                {
                    Report(line.ToSource(new TextSpan(start, position - start)), word, isFlag: true, context);
                }
            }
        });
        on.Invocation(static (use, context) =>
        {
            if (s_printers.Contains(use.Invocation.Name))
            {
                return;
            }

            foreach (var word in use.Invocation.Arguments)
            {
                if (IsOption(word.Text) && use.Invocation.Text is var text && text.IsExact(word.Span)
                    && text.Text.AsSpan(word.Span.Start, word.Span.Length).StartsWith(word.Text))
                {
                    Report(text.ToSource(word.Span), word.Text, isFlag: false, context);
                }
            }
        });
    }

    private static bool IsOption(string word) =>
        word is [var dash, var next, ..] && Dashes.Contains(dash, StringComparison.Ordinal)
        && (char.IsAsciiLetter(next) || (word.Length > 2 && (next == '-' || Dashes.Contains(next, StringComparison.Ordinal))
            && char.IsAsciiLetter(word[2])));

    private static void Report(TextSpan span, string word, bool isFlag, RuleContext context)
    {
        var name = word.TrimStart([.. Dashes, '-']);
        var equals = name.IndexOf('=', StringComparison.Ordinal);
        var letters = equals < 0 ? name.Length : equals;
        var proper = (isFlag || letters > 2 || word.Length - name.Length > 1 ? "--" : "-") + name;
        context.Report(span, $"{word} begins with a typographic dash: write {proper}",
            Fix.Of($"write {proper}", Applicability.Unsafe, new TextEdit(
                new TextSpan(span.Start, word.Length - name.Length), proper[..^name.Length])));
    }
}
