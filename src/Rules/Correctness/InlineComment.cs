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
                    Bad: """
                    FROM debian:12
                    WORKDIR /srv # the app
                    """,
                    Good: """
                    FROM debian:12
                    # the app
                    WORKDIR /srv
                    """,
                    Fixed: """
                    FROM debian:12
                    # the app
                    WORKDIR /srv
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    ARG V=1 # the version
                    """,
                    Good: """
                    FROM debian:12
                    ARG V=1#2
                    """,
                    Fixed: """
                    FROM debian:12
                    # the version
                    ARG V=1
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    COPY a b /srv/ # both
                    """,
                    Good: """
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
        if (CommentInArguments.Find(instruction) is not { } mark || context.Tree.Errors.Concat(context.Model.Errors)
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
        context.Report(span, $"no comment begins here: {instruction.Name} takes it for a part of its arguments", fixes);
    });

    private static int BlankBefore(string text, int offset)
    {
        while (offset > 0 && text[offset - 1] is ' ' or '\t')
        {
            offset--;
        }

        return offset;
    }
}
