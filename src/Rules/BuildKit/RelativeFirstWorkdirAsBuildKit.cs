using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>BuildKit's WorkdirRelativePath: a path with a drive is relative where FROM does not ask for Windows.</summary>
internal sealed class RelativeFirstWorkdirAsBuildKit : Rule
{
    public override RuleInfo Info { get; } = new(
        RelativeFirstWorkdir.Id, RelativeFirstWorkdir.Name, Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.BuildKit,
        Doc = new(
            "The first WORKDIR of a stage is relative.",
            "Where it leads depends on the base image.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    WORKDIR app
                    """,
                    Good: """
                    FROM alpine:3.22
                    WORKDIR /app
                    """),
            ]),
    };

    public override void Register(RuleHooks on) => on.File(static context => RelativeFirstWorkdir.Check(context, static _ => false));
}
