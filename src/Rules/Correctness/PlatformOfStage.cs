using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class PlatformOfStage : Rule
{
    public override RuleInfo Info { get; } = new("DK6046", "platform-of-stage", Category.Correctness, Severity.Warning)
    {
        Since = "0.2",
        Fix = FixAvailability.Always,
        Doc = new(
            "FROM --platform names a stage, whose platform is settled already.",
            """
            The flag chooses which image of several is fetched. A stage of the file is built once, for the platform of its own FROM, so
            that the flag has no effect where another stage starts from it.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22 AS base
                    FROM --platform=$BUILDPLATFORM base AS build
                    RUN true
                    """,
                    Good: """
                    FROM --platform=$BUILDPLATFORM alpine:3.22 AS base
                    FROM base AS build
                    RUN true
                    """,
                    Fixed: """
                    FROM alpine:3.22 AS base
                    FROM base AS build
                    RUN true
                    """),
            ])
        {
            Remedy = "Give the flag to the `FROM` that names the image, or give this stage an image of its own.",
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        if (stage.Base.Stage is not { } below || stage.From.Flag("platform") is not { } flag)
        {
            return;
        }

        // The same flag on the stage below is what the author wants, and has.
        if (below.From.Flag("platform") is { Value: { } own } && own == flag.Value)
        {
            return;
        }

        context.Report(flag.Span, $"the stage {stage.Base.Text} has its platform from its own FROM: the flag has no effect here",
            Fix.Of("remove the flag", Applicability.Unsafe,
                new TextEdit(TextSpan.FromBounds(flag.Span.Start, stage.From.Image.Span.Start), "")));
    });
}
