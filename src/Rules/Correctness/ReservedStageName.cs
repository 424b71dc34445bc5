using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class ReservedStageName : Rule
{
    public override RuleInfo Info { get; } = new("DL3063", "reserved-stage-name", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Sources = [RuleSource.BuildKit("ReservedStageName")],
        Doc = new(
            "A stage named scratch or context.",
            """
            Builders use these names for the empty image and the build context, so the stage cannot be referred to reliably. Names are
            compared in lower case.
            """,
            [
                new("FROM alpine:3.22 AS Scratch\n", "FROM alpine:3.22 AS scratchpad\n"),
            ])
        {
            Remedy = "Choose another name, such as `files`, and correct the places that use it.",
        },
    };

    public override void Register(RuleHooks on) => on.Instruction<FromInstruction>(static (from, context) =>
    {
        if (from.StageName is { } name && name.RawText.ToLowerInvariant() is "scratch" or "context")
        {
            context.Report(name.Span, $"stage name {name.RawText} is reserved");
        }
    });
}
