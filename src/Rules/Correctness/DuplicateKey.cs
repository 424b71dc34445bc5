using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class DuplicateKey : Rule
{
    public override RuleInfo Info { get; } = new("DK6019", "duplicate-key", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Doc = new(
            "A label, or a variable of one ENV or ARG, is set twice.",
            """
            The last value counts and the first has no effect, which is seldom what was meant. Labels are compared within a stage,
            variables within an instruction.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12
                    ENV A=1 B=2 A=3
                    """,
                    Good: """
                    FROM debian:12
                    ENV A=1 B=2
                    ENV A=3
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    LABEL v=1
                    RUN true
                    LABEL v=2
                    """,
                    Good: """
                    FROM debian:12 AS a
                    LABEL v=1
                    FROM a
                    LABEL v=2
                    """),
            ])
        {
            Remedy = """
                Delete the value that is not wanted, or correct the name if another one was meant. To build one variable on the other,
                use two `ENV` instructions.
                """,
        },
    };

    public override void Register(RuleHooks on)
    {
        on.Stage(static (stage, context) => Check(
            stage.Steps.Select(step => step.Instruction).OfType<LabelInstruction>().SelectMany(label => label.Pairs), "label", context));
        on.Instruction<KeyValueInstruction>(static (instruction, context) =>
        {
            if (instruction is not LabelInstruction)
            {
                Check(instruction.Pairs, "variable", context);
            }
        });
    }

    private static void Check(IEnumerable<KeyValueSyntax> pairs, string kind, RuleContext context)
    {
        var seen = new Dictionary<string, KeyValueSyntax>(StringComparer.Ordinal);
        foreach (var pair in pairs)
        {
            if (pair.Key.LiteralValue is not { Length: > 0 } key)
            {
                continue;
            }

            if (seen.TryGetValue(key, out var first))
            {
                context.Report(first.Key.Span, $"this value of {kind} {key} has no effect: it is set again",
                    [new RelatedSpan(pair.Span, "set again here")]);
            }

            seen[key] = pair;
        }
    }
}
