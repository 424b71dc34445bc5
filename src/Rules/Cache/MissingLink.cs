using Dockerlint.Linting;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class MissingLink : Rule
{
    public override RuleInfo Info { get; } = new("DK1010", "missing-link", Category.Cache, Severity.Info)
    {
        Since = "0.1",
        Profiles = Profiles.Strict,
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "COPY --from without --link.",
            """
            A linked copy makes a layer that does not depend on the layers below it: after a change of the base it is kept, and it is
            made while other stages still build. It behaves differently where the destination runs through a symbolic link, and no later
            step may rely on the owner names of the base, hence the fix is unsafe.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22 AS build
                    RUN make
                    FROM alpine:3.22
                    COPY --from=build /app /app
                    """,
                    Good: """
                    FROM alpine:3.22 AS build
                    RUN make
                    FROM alpine:3.22
                    COPY --link --from=build /app /app
                    """,
                    Fixed: """
                    FROM alpine:3.22 AS build
                    RUN make
                    FROM alpine:3.22
                    COPY --link --from=build /app /app
                    """),
            ])
        {
            Remedy = """
                Add the flag, as in `COPY --link --from=build /app /app`. Leave it off where the destination is reached through a
                symbolic link of the base image.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        foreach (var step in stage.Steps)
        {
            if (step.Instruction is not CopyInstruction copy || copy.Flag("from") is not { } from || copy.Flag("link") is not null
                || copy.Arguments.Count < 2)
            {
                continue;
            }

            // A name of an owner is looked up in the layers below, which a linked copy does not see.
            var owner = copy.Flag("chown")?.Value;
            if (copy.Destination.StartsWith('/') && (owner is null || owner.All(c => char.IsAsciiDigit(c) || c == ':')))
            {
                context.Report(from.NameToken.Span, "this copy is redone whenever a layer below changes: --link makes it independent",
                    Fix.Of("add --link", Applicability.Unsafe, new TextEdit(new TextSpan(copy.Flags[0].Span.Start, 0), "--link ")));
            }
        }
    });
}
