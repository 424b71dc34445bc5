using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class FeatureNewerThanFrontend : Rule
{
    public override RuleInfo Info { get; } = new("DK6042", "feature-newer-than-frontend", Category.Correctness, Severity.Error)
    {
        Since = "0.2",
        Doc = new(
            "The file uses what the version of its syntax directive does not know.",
            """
            The frontend of that version reads the file, however new the engine is, and takes a flag that came later for an unknown one, or
            a heredoc for a shell's. The version says what it can do: 1 is the newest release, 1.4 the newest of 1.4, and what is still
            tried out is only in the labs channel.
            """,
            [
                new(
                    Bad: """
                    # syntax=docker/dockerfile:1.4
                    FROM alpine:3.22
                    COPY --parents a/b /srv/
                    """,
                    Good: """
                    # syntax=docker/dockerfile:1.20
                    FROM alpine:3.22
                    COPY --parents a/b /srv/
                    """),
                new(
                    Bad: """
                    # syntax=docker/dockerfile:1.0
                    FROM alpine:3.22
                    RUN --mount=type=cache,target=/root/.cache true
                    """,
                    Good: """
                    # syntax=docker/dockerfile:1
                    FROM alpine:3.22
                    RUN --mount=type=cache,target=/root/.cache true
                    """),
            ])
        {
            Remedy = "Write `# syntax=docker/dockerfile:1`, or name the version that the message names, or leave the feature out.",
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        if (Frontend.Of(context.Tree.Root) is not { IsDocker: true } frontend)
        {
            return;
        }

        foreach (var instruction in context.Tree.Root.Instructions)
        {
            foreach (var (feature, version, span) in FrontendFeatures.Missing(
                instruction is OnbuildInstruction { Trigger: { } trigger } ? trigger : instruction, frontend))
            {
                context.Report(
                    span, $"{feature} needs docker/dockerfile:{version} or newer, and the syntax directive asks for {frontend.Image}");
            }
        }
    });
}
