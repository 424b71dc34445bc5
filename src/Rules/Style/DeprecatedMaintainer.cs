using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>BuildKit's MaintainerDeprecated; DL4000 says the same in the other profiles.</summary>
internal sealed class DeprecatedMaintainer : Rule
{
    public override RuleInfo Info { get; } = new("MaintainerDeprecated", "deprecated-maintainer", Category.Style, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.BuildKit | Profiles.Strict,
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "MAINTAINER is deprecated.",
            "A label carries the same fact and can be read and overridden like any other. The default profile reports this as DL4000.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    MAINTAINER Ann <ann@example.com>
                    """,
                    Good: """
                    FROM alpine:3.22
                    LABEL org.opencontainers.image.authors="Ann <ann@example.com>"
                    """,
                    Fixed: """
                    FROM alpine:3.22
                    LABEL org.opencontainers.image.authors="Ann <ann@example.com>"
                    """),
            ])
        {
            Remedy = "Write `LABEL org.opencontainers.image.authors=\"Ann <ann@example.com>\"`, or delete the line.",
        },
    };

    public override void Register(RuleHooks on) => on.Instruction<MaintainerInstruction>(static (instruction, context) =>
        context.ReportAt(instruction.Span, instruction.Keyword.Span, "MAINTAINER is deprecated in favour of a label",
            AuthorLabel.Instead(instruction, context.Tree)));
}
