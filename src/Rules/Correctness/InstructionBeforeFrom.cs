using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class InstructionBeforeFrom : Rule
{
    public override RuleInfo Info { get; } = new("DL3061", "instruction-before-from", Category.Correctness, Severity.Error)
    {
        Since = "0.1",

        // The engine rejects such a file, so the default profile reports it as a syntax error already.
        Profiles = Profiles.Hadolint | Profiles.Strict,
        Doc = new(
            "An instruction before the first FROM.",
            "Only ARG may stand there; builders reject the file otherwise.",
            [
                new(
                    Bad: """
                    ENV A=1
                    FROM alpine:3.22
                    """,
                    Good: """
                    ARG A=1
                    FROM alpine:3.22
                    ENV A=$A
                    """),
            ])
        {
            Remedy = """
                Move the instruction below the first `FROM`, into each stage that needs it. To use a value in `FROM`, declare it with
                `ARG`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var instruction in context.Tree.Root.Instructions.TakeWhile(instruction => instruction.Name != "FROM"))
        {
            if (instruction is not (ArgInstruction or UnknownInstruction or MalformedInstruction))
            {
                context.Report(instruction.Keyword.Span, $"{instruction.Name} before the first FROM");
            }
        }
    });
}
