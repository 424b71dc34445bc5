using Dockerlint.Linting;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class PlatformOfStage : Rule
{
    public override RuleInfo Info { get; } = new("DK6031", "platform-of-stage", Category.Correctness, Severity.Warning)
    {
        Since = "0.2",
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "A FROM asks for a platform, and starts from a stage, which has one already.",
            """
            The platform is that of the image at the bottom. A flag further up changes nothing, and who reads it believes that the stage
            is built for another machine.
            """,
            [
                new(
                    Bad: """
                    FROM golang:1.25 AS base
                    FROM --platform=$BUILDPLATFORM base
                    RUN go build ./...
                    """,
                    Good: """
                    FROM --platform=$BUILDPLATFORM golang:1.25 AS base
                    FROM base
                    RUN go build ./...
                    """,
                    Fixed: """
                    FROM golang:1.25 AS base
                    FROM base
                    RUN go build ./...
                    """),
            ])
        {
            Remedy = """
                Delete the flag, or move it to the `FROM` that names the image: `FROM --platform=$BUILDPLATFORM golang:1.25 AS base`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        if (stage.Base.Stage is not { } below || stage.From.Flag("platform") is not { } flag)
        {
            return;
        }

        var gap = TextSpan.FromBounds(flag.Span.Start, stage.From.Image.Span.Start);
        context.Report(flag.Span, $"--platform has no effect: stage {stage.Base.Text} has the platform of its own base",
            [new RelatedSpan(below.From.Image.Span, "the platform is decided here")],
            stage.From.Flags.Count == 1 && context.Tree.Source.Slice(gap).IndexOf('\n') < 0
                ? Fix.Of("remove the flag", Applicability.Unsafe, new TextEdit(gap, "")) : []);
    });
}
