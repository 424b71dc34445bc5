using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>BuildKit's WorkdirRelativePath; DL3000 says the same in the other profiles.</summary>
internal sealed class RelativeFirstWorkdir : Rule
{
    public override RuleInfo Info { get; } = new("WorkdirRelativePath", "relative-first-workdir", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.BuildKit | Profiles.Strict,
        Doc = new(
            "The first WORKDIR of a stage is relative.",
            """
            Where it leads depends on the base image. Behind another WORKDIR of the stage, or of a stage below, there is no finding. The
            default profile reports this as DL3000.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    WORKDIR app
                    """,
                    Good: """
                    FROM alpine:3.22
                    WORKDIR /srv
                    WORKDIR app
                    """),
            ])
        {
            Remedy = "Write the whole path, as in `WORKDIR /app`.",
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var stage in context.Get<EngineBuild>().Stages)
        {
            foreach (var step in stage.Steps)
            {
                if (step is { HasWorkdir: false, Instruction: WorkdirInstruction workdir }
                    && WordExpander.Expand(workdir.Argument, step.Scope.Lookup) is { } path && !IsAbsolute(path, stage.IsWindows))
                {
                    context.ReportAt(step.Place.Span, workdir.Argument.Span, $"working directory {path} is relative to whatever the base "
                        + "image sets");
                }
            }
        }
    });

    private static bool IsAbsolute(string path, bool isWindows) => path.StartsWith('/')
        || (isWindows && (path.StartsWith('\\') || (path is ['c' or 'C', ':', '/' or '\\', ..])));
}
