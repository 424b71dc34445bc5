using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class CommentInQuotes : Rule
{
    public override RuleInfo Info { get; } = new("DK6044", "comment-in-quotes", Category.Correctness, Severity.Warning)
    {
        Since = "0.2",
        Doc = new(
            "A line of a quoted text begins with a number sign, so that the builder drops it.",
            """
            The builder takes every line of a continued instruction that begins with # for a comment, before anybody looks at quotes. The
            text between the quotes lacks the line, be it a comment of another language, a heading or a shebang.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN printf "a\n\
                    # b\n\
                    c\n" > /etc/x.conf
                    """,
                    Good: """
                    FROM debian:12
                    COPY <<EOF /etc/x.conf
                    a
                    # b
                    c
                    EOF
                    """),
            ])
        {
            Remedy = "Write the text in a heredoc, in which lines stay as they are, or put something before the number sign.",
        },
    };

    public override void Register(RuleHooks on) => on.Instruction<InstructionSyntax>(static (instruction, context) =>
    {
        if (instruction.Parent is OnbuildInstruction || !instruction.Source.Slice(instruction.Span).Contains('#'))
        {
            return;
        }

        var line = instruction.LogicalLine;
        var segments = line.Segments.ToArray();
        var quote = '\0';
        for (var i = 1; i < segments.Length; i++)
        {
            quote = SwallowedLine.QuoteBehind(
                line.Text.AsSpan(segments[i - 1].Start, segments[i - 1].Length), quote, RunLayout.Escape(instruction));
            if (quote == '\0')
            {
                continue;
            }

            var first = instruction.Source.Lines.GetLine(segments[i - 1].SourceStart + segments[i - 1].SourceLength) + 1;
            for (var number = first; instruction.Source.Lines.GetLineSpan(number).End <= segments[i].SourceStart; number++)
            {
                var span = instruction.Source.Lines.GetLineSpan(number);
                var text = instruction.Source.Slice(span).TrimEnd("\r\n");
                if (text.TrimStart() is ['#', ..] && SuppressionComment.TryParse(text.TrimStart(), span) is null)
                {
                    context.Report(span with { Length = text.Length }, "the builder drops this line, though it stands within quotes");
                }
            }
        }
    });
}
