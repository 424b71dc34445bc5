using Dockerlint.Linting;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class InstructionSwallowed : Rule
{
    private static readonly string[] s_open = ["&&", "||", "|", ";", "(", "{", ",", "["];

    public override RuleInfo Info { get; } = new("DK6030", "instruction-swallowed", Category.Correctness, Severity.Error)
    {
        Since = "0.1",
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "A line that looks like an instruction is part of the one above it.",
            """
            The line above ends in the escape character, so the builder joins the two, over empty lines and comments too: what was meant
            as an instruction becomes arguments. Take the escape character away.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN apk add --no-cache curl \

                    COPY a /b
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN apk add --no-cache curl

                    COPY a /b
                    """,
                    Fixed: """
                    FROM alpine:3.22
                    RUN apk add --no-cache curl

                    COPY a /b
                    """),
                new(
                    Bad: """
                    FROM alpine:3.22
                    COPY a b /c/ \
                    RUN make
                    """,
                    Good: """
                    FROM alpine:3.22
                    HEALTHCHECK --interval=5s \
                    CMD curl -f http://localhost/
                    """,
                    Fixed: """
                    FROM alpine:3.22
                    COPY a b /c/
                    RUN make
                    """),
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN a && \

                    COPY a /b
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN psql -c " \

                    COPY a FROM b"
                    """),
            ])
        {
            Remedy = """
                Delete the backslash at the end of the line above, and a dangling `&&` with it. If the word really is an argument, join
                it to the line above or put the text in quotes.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var instruction in context.Tree.Root.Instructions.Where(instruction => instruction.LogicalLine.Segments.Length > 1))
        {
            if (SwallowedLine.In(instruction).FirstOrDefault() is { } line)
            {
                var keyword = context.Tree.Source.ToString(line.Keyword);
                context.Report(line.Keyword, $"this {keyword} is part of the {instruction.Name} above, whose last line ends in "
                    + $"{context.Tree.Root.EscapeCharacter}",
                    Array.Exists(s_open, mark => line.Before.EndsWith(mark, StringComparison.Ordinal))
                        ? []
                        : Fix.Revealing($"end the {instruction.Name} above", Applicability.Unsafe, new TextEdit(line.Continuation, "")));
            }
        }
    });
}
