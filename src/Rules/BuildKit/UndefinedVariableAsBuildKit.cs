using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>BuildKit's UndefinedVar with BuildKit's verdict, where a foreign base image counts as one that sets only PATH.</summary>
internal sealed class UndefinedVariableAsBuildKit : Rule
{
    public override RuleInfo Info { get; } = new(UndefinedVariables.Id, UndefinedVariables.Name, Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.BuildKit,
        Doc = new(
            "A variable that neither ARG nor ENV declares.",
            "It expands to nothing unless the base image happens to set it.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    COPY $SRC /srv/
                    """,
                    Good: """
                    FROM alpine:3.22
                    ARG SRC
                    COPY $SRC /srv/
                    """),
            ]),
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var step in context.Get<EngineBuild>().Stages.SelectMany(stage => stage.Steps))
        {
            foreach (var variable in UndefinedVariables.Of(step, context.Tree))
            {
                context.ReportAt(step.Place.Span, variable.Span, $"variable {variable.Name} is not declared by ARG or ENV");
            }
        }
    });
}
