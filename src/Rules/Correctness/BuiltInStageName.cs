using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>BuildKit's ReservedStageName; DL3063 says the same in the other profiles.</summary>
internal sealed class BuiltInStageName : Rule
{
    public override RuleInfo Info { get; } = new("ReservedStageName", "built-in-stage-name", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.BuildKit | Profiles.Strict,
        Doc = new(
            "A stage is named context or scratch.",
            """
            The builder means the build context and the empty image by these names, so that a stage of the name cannot be referred to.
            The default profile reports this as DL3063.
            """,
            [
                new("FROM alpine:3.22 AS context\n", "FROM alpine:3.22 AS files\n"),
            ])
        {
            Remedy = "Give the stage another name, such as `files`, and correct the places that use it.",
        },
    };

    public override void Register(RuleHooks on) => on.Instruction<FromInstruction>(static (from, context) =>
    {
        if (from.StageName is { } name && name.RawText.ToLowerInvariant() is "context" or "scratch")
        {
            context.ReportAt(from.Span, from.StageName.Span, $"{from.StageName.RawText} is a name the builder keeps for itself");
        }
    });
}
