using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class RelativeWorkdir : Rule
{
    public override RuleInfo Info { get; } = new("DL3000", "relative-workdir", Category.Correctness, Severity.Error)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Sources = [RuleSource.BuildKit("WorkdirRelativePath"), RuleSource.Trivy("DS-0009"), RuleSource.Checkov("CKV_DOCKER_10")],
        Doc = new(
            "A relative WORKDIR without an absolute one before it.",
            """
            Where it leads depends on the base image, and changes with it. Behind an absolute WORKDIR of the same stage, of a stage
            below, or of a base image that is known to set one, it is clear. Of a base image of which nothing is known it is
            informational.
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
                new(
                    Bad: """
                    FROM registry.example.com/own:1
                    WORKDIR app
                    """,
                    Good: """
                    FROM golang:1.25
                    WORKDIR app
                    """),
            ])
        {
            Remedy = "Write the whole path, as in `WORKDIR /app`.",
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        foreach (var step in stage.Steps)
        {
            if (step.Instruction is WorkdirInstruction workdir && !step.Before.HasWorkdir
                && WordExpander.Expand(workdir.Argument, step.Before.Variables.Lookup) is { } path && !IsAbsolute(path)
                    && !HomePath.IsOne(path) && !stage.Root.PossibleBases.Any(below => below.FinalState.HasWorkdir))
            {
                switch (context.Get<StageImages>().Of(stage)?.WorkingDirectory)
                {
                    case null:
                        context.As(BaseKnowledge.Of(stage)).ReportInfo(
                            workdir.Argument.Span,
                            $"WORKDIR {path} depends on the working directory of the base image: write the whole path");
                        break;
                    case "/":
                        context.As(BaseKnowledge.OfFact(stage)).Report(
                            workdir.Argument.Span, $"WORKDIR {path} is relative and no absolute WORKDIR stands before it");
                        break;
                }
            }
        }
    });

    private static bool IsAbsolute(string path) => path.Length == 0 || path[0] is '/' or '\\' || (path.Length > 1 && path[1] == ':');
}
