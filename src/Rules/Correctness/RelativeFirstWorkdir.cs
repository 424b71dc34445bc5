using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>BuildKit's WorkdirRelativePath with the verdict of the strict profile; DL3000 says the same in the default one.</summary>
internal sealed class RelativeFirstWorkdir : Rule
{
    internal const string Id = "WorkdirRelativePath";
    internal const string Name = "relative-first-workdir";

    public override RuleInfo Info { get; } = new(Id, Name, Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Strict,
        Doc = new(
            "The first WORKDIR of a stage is relative.",
            """
            Where it leads depends on the base image. Behind another WORKDIR of the stage, or of a stage below, there is no finding, nor
            of a path that begins with a drive of Windows. The default profile reports this as DL3000.
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
        Check(context, static path => path is [_, ':', '/' or '\\', ..]));

    /// <summary>Reports the first WORKDIR of a stage if it is relative, and nothing else is known to make it absolute.</summary>
    internal static void Check(RuleContext context, Func<string, bool> isAbsoluteAsWell)
    {
        foreach (var stage in context.Get<EngineBuild>().Stages)
        {
            foreach (var step in stage.Steps)
            {
                if (step is { HasWorkdir: false, Instruction: WorkdirInstruction workdir }
                    && WordExpander.Expand(workdir.Argument, step.Scope.Lookup) is { } path && !IsAbsolute(path, stage.IsWindows)
                    && !isAbsoluteAsWell(path))
                {
                    context.ReportAt(step.Place.Span, workdir.Argument.Span, $"working directory {path} is relative to whatever the base "
                        + "image sets");
                }
            }
        }
    }

    private static bool IsAbsolute(string path, bool isWindows) => path.StartsWith('/')
        || (isWindows && (path.StartsWith('\\') || (path is ['c' or 'C', ':', '/' or '\\', ..])));
}
