using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class NamedUserInScratch : Rule
{
    public override RuleInfo Info { get; } = new("DK6022", "named-user-in-scratch", Category.Correctness, Severity.Error)
    {
        Since = "0.1",
        Doc = new(
            "A user or group is named in an image without /etc/passwd.",
            """
            Names are looked up in the image: in a stage that starts from scratch there is nothing to find, and the container does not
            start. Copy /etc/passwd and /etc/group, or use numbers.
            """,
            [
                new(
                    Bad: """
                    FROM scratch
                    COPY app /srv/app
                    USER nobody
                    ENTRYPOINT ["/srv/app"]
                    """,
                    Good: """
                    FROM scratch
                    COPY app /srv/app
                    USER 65534:65534
                    ENTRYPOINT ["/srv/app"]
                    """),
                new(
                    Bad: """
                    FROM scratch
                    COPY --chown=app:app x /srv/
                    """,
                    Good: """
                    FROM scratch
                    COPY --from=alpine:3.22 /etc/passwd /etc/group /etc/
                    COPY --chown=nobody x /srv/
                    USER nobody
                    """),
            ])
        {
            Remedy = """
                Write numbers, as in `USER 65534:65534` and `COPY --chown=65534:65534`. If the program looks names up itself, bring the
                files with `COPY --from=alpine:3.22 /etc/passwd /etc/group /etc/`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        foreach (var step in stage.Steps)
        {
            var (word, name) = step.Instruction switch
            {
                UserInstruction user => (user.Argument, WordExpander.Expand(user.Argument, step.Before.Variables.Lookup)),
                FileTransferInstruction transfer when transfer.Flag("chown")?.ValueWord is { } owner =>
                    (owner, WordExpander.Expand(owner, step.Before.Variables.Lookup)),
                _ => (null, null),
            };
            if (name is not null && name.Split(':').Any(part => part.Length > 0 && !part.All(char.IsAsciiDigit))
                && !CommentInArguments.IsIn(step.Instruction)
                && ScratchContents.Lacks(context, stage, step.Instruction, "/etc/passwd"))
            {
                context.Report(word!.Span, $"nothing in this image says who {name} is: there is no /etc/passwd");
            }
        }
    });
}
