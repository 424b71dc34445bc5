using Dockerlint.Linting;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>DK6030.</summary>
public sealed class InstructionSwallowed : Rule
{
    private static readonly string[] s_open = ["&&", "||", "|", ";", "(", "{", ",", "["];

    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DK6030", "instruction-swallowed", Category.Correctness, Severity.Error)
    {
        Since = "0.1",
        Fix = FixAvailability.Sometimes,
        Doc = new("A line that looks like an instruction is part of the one above it.",
            "The line above ends in the escape character, so the builder joins the two, over empty lines and comments too: what was meant as an instruction becomes arguments. Take the escape character away.",
            [new("FROM alpine:3.22\nRUN apk add --no-cache curl \\\n\nCOPY a /b\n", "FROM alpine:3.22\nRUN apk add --no-cache curl\n\nCOPY a /b\n", "FROM alpine:3.22\nRUN apk add --no-cache curl\n\nCOPY a /b\n"),
             new("FROM alpine:3.22\nCOPY a b /c/ \\\nRUN make\n", "FROM alpine:3.22\nHEALTHCHECK --interval=5s \\\nCMD curl -f http://localhost/\n", "FROM alpine:3.22\nCOPY a b /c/\nRUN make\n"),
             new("FROM alpine:3.22\nRUN a && \\\n\nCOPY a /b\n", "FROM alpine:3.22\nRUN psql -c \" \\\n\nCOPY a FROM b\"\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var instruction in context.Tree.Root.Instructions.Where(instruction => instruction.LogicalLine.Segments.Length > 1))
        {
            if (SwallowedLine.In(instruction).FirstOrDefault() is { } line)
            {
                var keyword = context.Tree.Source.ToString(line.Keyword);
                context.Report(line.Keyword, $"this {keyword} is part of the {instruction.Name} above, whose last line ends in {context.Tree.Root.EscapeCharacter}",
                    Array.Exists(s_open, mark => line.Before.EndsWith(mark, StringComparison.Ordinal))
                        ? []
                        : Fix.Revealing($"end the {instruction.Name} above", Applicability.Unsafe, new TextEdit(line.Continuation, "")));
            }
        }
    });
}
