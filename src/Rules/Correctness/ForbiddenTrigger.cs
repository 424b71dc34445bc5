using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class ForbiddenTrigger : Rule
{
    public override RuleInfo Info { get; } = new("DL3043", "forbidden-trigger", Category.Correctness, Severity.Error)
    {
        Since = "0.1",

        // The engine rejects such a file, so the default profile reports it as a syntax error already.
        Profiles = Profiles.Hadolint | Profiles.Strict,
        Doc = new(
            "ONBUILD of ONBUILD, FROM or MAINTAINER.",
            "Builders reject these as triggers.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    ONBUILD ONBUILD RUN true
                    """,
                    Good: """
                    FROM alpine:3.22
                    ONBUILD RUN true
                    """),
                new(
                    Bad: """
                    FROM alpine:3.22
                    ONBUILD FROM debian:12
                    """,
                    Good: """
                    FROM alpine:3.22
                    ONBUILD COPY . .
                    """),
            ])
        {
            Remedy = """
                Write the trigger without the second `ONBUILD`; delete a `FROM`, since the file that builds on this image has its own.
                For `MAINTAINER`, write `ONBUILD LABEL org.opencontainers.image.authors=...`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var onbuild in context.Tree.Root.Instructions.OfType<OnbuildInstruction>())
        {
            if (onbuild.Trigger.Name is "ONBUILD" or "FROM" or "MAINTAINER")
            {
                context.Report(onbuild.Trigger.Keyword.Span, $"{onbuild.Trigger.Name} cannot be a trigger");
            }
        }
    });
}
