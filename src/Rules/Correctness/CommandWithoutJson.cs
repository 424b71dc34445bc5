using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>BuildKit's JSONArgsRecommended; DL3025 says the same, with more care, in the other profiles.</summary>
internal sealed class CommandWithoutJson : Rule
{
    public override RuleInfo Info { get; } = new("JSONArgsRecommended", "command-without-json", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.BuildKit | Profiles.Strict,
        Doc = new(
            "CMD or ENTRYPOINT in shell form, with no SHELL chosen before it.",
            """
            A shell becomes process 1 and does not pass signals on. The default profile reports this as DL3025, and as informational
            where the text needs a shell.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    CMD nginx -g daemon
                    """,
                    Good: """
                    FROM alpine:3.22
                    CMD ["nginx", "-g", "daemon"]
                    """),
                new(
                    Bad: """
                    FROM alpine:3.22
                    ENTRYPOINT a && b
                    """,
                    Good: """
                    FROM alpine:3.22
                    SHELL ["/bin/ash", "-c"]
                    ENTRYPOINT a && b
                    """),
            ])
        {
            Remedy = """
                Write a JSON array, as in `CMD ["nginx", "-g", "daemon off;"]`. If the line needs a shell, choose it with `SHELL`, or
                write `CMD ["sh", "-c", "exec serve --port $PORT"]`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var step in context.Get<EngineBuild>().Stages.SelectMany(stage => stage.Steps))
        {
            if (step is
                {
                    HasShell: false, Instruction: CmdInstruction { Command: not JsonArraySyntax }
                or EntrypointInstruction { Command: not JsonArraySyntax }
                })
            {
                context.ReportAt(step.Place.Span, step.Instruction.Keyword.Span,
                    $"{step.Instruction.Name} is run by a shell, which keeps signals to itself");
            }
        }
    });
}
