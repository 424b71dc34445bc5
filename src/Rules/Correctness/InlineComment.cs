using Dockerlint.Linting;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class InlineComment : Rule
{
    public override RuleInfo Info { get; } = new("DK6026", "inline-comment", Category.Correctness, Severity.Error)
    {
        Since = "0.1",
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "A comment behind an instruction.",
            """
            Comments are lines of their own. Behind an instruction the number sign and the words are arguments: files to copy, variables
            to declare, part of a path.
            """,
            [
                new(
                    """
                    FROM debian:12
                    WORKDIR /srv # the app
                    """,
                    """
                    FROM debian:12
                    # the app
                    WORKDIR /srv
                    """,
                    """
                    FROM debian:12
                    # the app
                    WORKDIR /srv
                    """),
                new(
                    """
                    FROM debian:12
                    ARG V=1 # the version
                    """,
                    """
                    FROM debian:12
                    ARG V=1#2
                    """,
                    """
                    FROM debian:12
                    # the version
                    ARG V=1
                    """),
                new(
                    """
                    FROM debian:12
                    COPY a b /srv/ # both
                    """,
                    """
                    FROM debian:12
                    RUN true # a shell knows comments
                    """),
            ])
        {
            Remedy = """
                Put the comment on a line of its own above the instruction. If the number sign belongs to the value, put the value in
                quotes.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Instruction<InstructionSyntax>(static (instruction, context) =>
    {
        if (Mark(instruction) is not { } mark || context.Tree.Errors.Concat(context.Model.Errors)
            .Any(error => instruction.Span.Contains(error.Span)))
        {
            return;
        }

        var source = context.Tree.Source;
        var span = TextSpan.FromBounds(instruction.LogicalLine.ToSource(mark), instruction.Span.End);
        var text = source.Slice(span);
        var start = instruction.Span.Start;
        IReadOnlyList<Fix> fixes = !text.Contains('\n') && instruction.Parent is not OnbuildInstruction
            && (start == 0 || source.Text[start - 1] == '\n')
            ? Fix.Revealing(
                "move the comment above", Applicability.Unsafe, new TextEdit(new TextSpan(start, 0), text.ToString().TrimEnd() + "\n"),
                new TextEdit(TextSpan.FromBounds(BlankBefore(source.Text, span.Start), span.End), ""))
            : [];
        context.Report(span, $"{instruction.Name} takes this comment for arguments", fixes);
    });

    /// <summary>Whether a comment behind the instruction is taken for arguments, so that nothing else need be said of them.</summary>
    internal static bool IsIn(InstructionSyntax instruction) => Mark(instruction) is not null;

    private static int BlankBefore(string text, int offset)
    {
        while (offset > 0 && text[offset - 1] is ' ' or '\t')
        {
            offset--;
        }

        return offset;
    }

    // Where the number sign stands in the logical line: at the start of an argument that is not the first.
    private static int? Mark(InstructionSyntax instruction) => instruction switch
    {
        SingleArgumentInstruction { Argument: var argument } => Inside(argument),
        EnvInstruction { IsLegacyForm: true, Pairs: [{ Value: { } value }] } => Inside(value),
        LabelInstruction { Pairs: [{ EqualsToken: null, Value: { } value }] } => Inside(value),
        KeyValueInstruction { Pairs: var pairs } =>
            pairs.Skip(1).FirstOrDefault(pair => pair.Key.RawText.StartsWith('#'))?.LogicalSpan.Start,
        WordListInstruction { Json: null, Words: var words } =>
            words.Skip(1).FirstOrDefault(word => word.RawText.StartsWith('#'))?.LogicalSpan.Start,
        _ => null,
    };

    private static int? Inside(WordSyntax word)
    {
        var at = word.RawText.IndexOf(" #", StringComparison.Ordinal);
        return at > 0 && word.RawText.AsSpan().IndexOfAny('"', '\'') < 0 ? word.LogicalSpan.Start + at + 1 : null;
    }
}
