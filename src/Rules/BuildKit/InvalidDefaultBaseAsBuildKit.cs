using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>BuildKit's InvalidDefaultArgInFrom with BuildKit's verdict: any invalid name, variables or not.</summary>
internal sealed class InvalidDefaultBaseAsBuildKit : Rule
{
    public override RuleInfo Info { get; } = new(InvalidDefaultBase.Id, InvalidDefaultBase.Name, Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.BuildKit,
        Doc = new(
            "With the defaults of its ARGs a FROM names no valid image.",
            "A build without build arguments fails.",
            [
                new(
                    Bad: """
                    ARG IMAGE
                    FROM $IMAGE
                    """,
                    Good: """
                    ARG IMAGE=alpine:3.22
                    FROM $IMAGE
                    """),
            ]),
    };

    public override void Register(RuleHooks on) => on.Instruction<FromInstruction>(static (from, context) =>
    {
        if (InvalidDefaultBase.Invalid(from, context.Get<EngineBuild>().Globals) is { } name)
        {
            context.ReportAt(from.Span, from.Image.Span, $"without build arguments {from.Image.RawText} is '{name}', which is no valid "
                + "image name");
        }
    });
}
