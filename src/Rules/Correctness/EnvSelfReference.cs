using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Semantics.Images;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class EnvSelfReference : Rule
{
    public override RuleInfo Info { get; } = new("DL3044", "env-self-reference", Category.Correctness, Severity.Error)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Doc = new(
            "A value refers to a variable that the same ENV sets.",
            """
            All values of an ENV are computed before any of them is set, so the variable has the value from before this ENV: here none.
            PATH, which every image has, what the stage set before, what the base image is known to set, and uses with a default, as in
            ${A:-x}, are not reported; nor is a variable that adds to itself on a base image of which nothing is known.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    ENV HOME_DIR=/srv BIN=$HOME_DIR/bin
                    """,
                    Good: """
                    FROM alpine:3.22
                    ENV HOME_DIR=/srv
                    ENV BIN=$HOME_DIR/bin
                    """),
                new(
                    Bad: """
                    FROM alpine:3.22
                    ENV A=1 B=${A}/b
                    """,
                    Good: """
                    FROM alpine:3.22
                    ARG A
                    ENV A=1 B=$A C=${D:-2} D=3
                    """),
            ])
        {
            Remedy = "Split it into two instructions, as in `ENV HOME_DIR=/srv` and below it `ENV BIN=$HOME_DIR/bin`.",
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        foreach (var step in stage.Steps)
        {
            if (step.Instruction is EnvInstruction { Pairs.Count: > 1 } env)
            {
                Check(env, step.Before.Variables, context.Get<StageImages>().Of(stage), context);
            }
        }
    });

    private static void Check(EnvInstruction env, VariableScope before, BaseImage? image, RuleContext context)
    {
        var definitions = context.Get<EnvDefinitions>();
        foreach (var pair in env.Pairs)
        {
            foreach (var variable in pair.Value?.Variables ?? [])
            {
                if (definitions.Beside(variable, pair, env) is { } definition && before.Find(variable.Name) is null
                    && variable.Operator is not (['-' or '+', ..] or [':', '-' or '+', ..])
                    && image?.Variables?.Contains(variable.Name) != true
                    && (image is not null || !UndefinedVariables.AddsToItself(definition)))
                {
                    // An image that nobody knows may set it.
                    (image is null && !before.IsComplete ? context.As(Confidence.Likely) : context).Report(variable.Span,
                        $"{variable.Name} has no value here: the same ENV sets it, after all its values are computed",
                        [new RelatedSpan(definition.Key.Span, "set here")]);
                }
            }
        }
    }
}
