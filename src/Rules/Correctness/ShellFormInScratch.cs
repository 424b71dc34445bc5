using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class ShellFormInScratch : Rule
{
    public override RuleInfo Info { get; } = new("DK6004", "shell-form-in-scratch", Category.Correctness, Severity.Error)
    {
        Since = "0.1",
        Doc = new(
            "A command in shell form in an image without a shell.",
            """
            Nothing is in a stage that starts from scratch but what is copied there: without /bin/sh the command cannot start. Use the
            exec form. A copy to the root or to /bin may bring a shell and is given the benefit of the doubt.
            """,
            [
                new(
                    Bad: """
                    FROM scratch
                    COPY app /srv/app
                    CMD /srv/app
                    """,
                    Good: """
                    FROM scratch
                    COPY app /srv/app
                    CMD ["/srv/app"]
                    """),
                new(
                    Bad: """
                    FROM scratch
                    RUN echo hello
                    """,
                    Good: """
                    FROM scratch
                    ADD rootfs.tar.gz /
                    RUN echo hello
                    """),
            ])
        {
            Remedy = """
                Write `CMD ["/srv/app"]`, one string for each argument. Do the work of a `RUN` in an earlier stage and fetch the result
                with `COPY --from`, or start from `busybox` or `alpine` if the image needs a shell.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        foreach (var step in stage.Steps)
        {
            if (step is { Instruction: CommandInstruction { Command: ShellFormSyntax } instruction, Before.Shell: null }
                and { Instruction: not ShellInstruction }
                && instruction.Flag("mount") is null && !context.Get<CommandsInForce>().IsReplaced(instruction)
                && ScratchContents.Lacks(context, stage, instruction, "/bin/sh"))
            {
                context.Report(instruction.Keyword.Span, $"{instruction.Name} needs a shell, and nothing brings one into this stage");
            }
        }
    });
}
