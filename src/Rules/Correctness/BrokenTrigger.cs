using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class BrokenTrigger : Rule
{
    public override RuleInfo Info { get; } = new("DK6035", "broken-trigger", Category.Correctness, Severity.Error)
    {
        Since = "0.2",
        Doc = new(
            "An ONBUILD trigger is no instruction that a build could run.",
            """
            This image builds all the same, as nobody looks at the trigger before it fires. Then every build that starts from the image
            fails, with a message about a line that is not in its file.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    ONBUILD COPPY . /app
                    """,
                    Good: """
                    FROM alpine:3.22
                    ONBUILD COPY . /app
                    """),
                new(
                    Bad: """
                    FROM alpine:3.22
                    ONBUILD COPY /app
                    """,
                    Good: """
                    FROM alpine:3.22
                    ONBUILD WORKDIR /app
                    """),
            ])
        {
            Remedy = """
                Mend the trigger so that it would be right without `ONBUILD`, as in `ONBUILD COPY . /app`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Instruction<OnbuildInstruction>(static (onbuild, context) =>
    {
        // What may never be a trigger is another rule's.
        if (onbuild.Trigger.Name is not ("ONBUILD" or "FROM" or "MAINTAINER")
            && onbuild.TriggerErrors is [var error, ..])
        {
            context.Report(error.Span, $"every build that starts from this image fails: {error.Message}");
        }
    });
}
