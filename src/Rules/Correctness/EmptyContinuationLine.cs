using Dockerlint.Linting;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>BuildKit's NoEmptyContinuation.</summary>
internal sealed class EmptyContinuationLine : Rule
{
    public override RuleInfo Info { get; } = new("NoEmptyContinuation", "empty-continuation-line", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        IsLayout = true,
        Profiles = Profiles.BuildKit | Profiles.Default | Profiles.Strict,
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "An empty line inside a continued instruction.",
            """
            The builder announces that such lines will become errors, and a reader takes the empty line for the end of the instruction.
            Comment lines and empty lines in heredocs are fine.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN a && \

                        b
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN a && \
                        # why
                        b
                    """,
                    Fixed: """
                    FROM alpine:3.22
                    RUN a && \
                        b
                    """),
            ])
        {
            Remedy = """
                Delete the empty line, or put a `#` on it. If the instruction should end there, take the backslash off the line above.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var instruction in context.Tree.Root.Instructions)
        {
            if (instruction.HasEmptyContinuation)
            {
                Check(instruction, context);
            }
        }
    });

    private static void Check(InstructionSyntax instruction, RuleContext context)
    {
        var source = context.Tree.Source;
        var lines = source.Lines;
        var last = LastLine(instruction, context.Tree);
        var empty = Enumerable.Range(lines.GetLine(instruction.Span.Start), last - lines.GetLine(instruction.Span.Start) + 1)
            .Select(lines.GetLineSpan).Where(span => span.Length > 0 && source.Slice(span).Trim().IsEmpty).ToList();
        if (empty.Count > 0)
        {
            context.ReportAt(lines.GetLineSpan(last), new TextSpan(empty[0].Start, empty[0].Length - 1),
                $"an empty line inside {instruction.Name}: the builder will reject it some day",
                Fixes(instruction, empty));
        }
    }

    // Without the empty lines nobody would see any more that an instruction was meant to end there.
    private static IReadOnlyList<Fix> Fixes(InstructionSyntax instruction, List<TextSpan> empty) =>
        SwallowedLine.In(instruction).Any() ? []
        : Fix.Of("remove the empty lines", SwallowedLine.MayBeIn(instruction) ? Applicability.Unsafe : Applicability.Safe,
            empty.Select(span => new TextEdit(span, "")));

    // The line on which the engine is done with the instruction, before its heredocs: where its text ends, or, when a continuation
    // has nothing to go on with, the end of the file.
    private static int LastLine(InstructionSyntax instruction, SyntaxTree tree)
    {
        var source = tree.Source;
        var text = instruction.LogicalLine;
        var end = text.ToSource(new TextSpan(0, text.Length)).End;
        var line = source.Lines.GetLine(end);
        var rest = source.Slice(TextSpan.FromBounds(end, source.Lines.GetLineSpan(line).End)).Trim();
        return rest.Length == 1 && rest[0] == tree.Root.EscapeCharacter
            ? source.Lines.LineCount - (source.Text.EndsWith('\n') ? 1 : 0)
            : line;
    }
}
