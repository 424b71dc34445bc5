using Dockerlint.Cache;
using Dockerlint.Optimizer;
using Dockerlint.Reporting;
using Dockerlint.Semantics.Context;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Playground;

/// <summary>Answers what a build does again when made-up files or build arguments change.</summary>
internal static class CacheDesk
{
    internal static SimulationAnswer Answer(Question question)
    {
        var rules = MadeUpContext.Ignore(question) is { } ignore ? IgnoreRules.Parse(ignore) : IgnoreRules.None;
        var state = new BuildState(
            DockerfileParser.Parse(SourceText.From(question.Text)), ContextManifest.Create(MadeUpContext.Entries(question), rules),
            BuildSettings.Default with { Target = string.IsNullOrEmpty(question.Target) ? null : question.Target });
        if (state.Dockerfile.Errors is [var error, ..])
        {
            return Refuse($"line {state.Dockerfile.Source.Lines.GetLine(error.Span.Start)}: {error.Message}: nothing can be built");
        }

        if (rules.Problems is [var wrong, ..])
        {
            return Refuse($".dockerignore {wrong}: nothing can be built");
        }

        if (LayerPlan.Create(state).Problem is { } problem)
        {
            return Refuse(problem);
        }

        var answer = CacheSimulation.Of(state, rules).Try(question.Touched ?? [], question.Arguments ?? [], question.Reach switch
        {
            "none" => CacheReach.None,
            "min" => CacheReach.TargetChain,
            "max" => CacheReach.AllStages,
            _ => CacheReach.Warm,
        });
        return new SimulationAnswer(
            answer.Trace.Plan.Problem, [.. answer.Trace.Steps.Select(step => Show(answer.Trace.Plan, step))],
            [
                .. answer.Touches.Where(touch => touch.Kind == TouchKind.Ignored || touch.Files.Count == 0)
                    .Select(touch => touch.Kind == TouchKind.Ignored
                        ? $"{touch.Path} is not part of the context: .dockerignore leaves it out, and no build sees it change"
                        : $"no file of the context fits {touch.Path}"),
            ]);
    }

    private static ShownStep Show(LayerPlan plan, StepTrace trace)
    {
        var step = trace.Step;
        var stage = step.StageIndex is { } index ? plan.Model.Stages[index] : null;
        return new ShownStep(
            step.Line, stage is null ? null : stage.Name ?? $"stage {stage.Index}",
            VisibleText.Escape(CacheText.Instruction(step)), CacheText.Status(trace.Status), CacheText.Certainty(trace.Certainty),
            step.Failure ?? (trace.Cause is { } cause ? VisibleText.Escape(cause.Detail) : null),
            step.Kind == StepKind.Cached ? EstimatedTimes.Of(plan, step).Seconds : null);
    }

    private static SimulationAnswer Refuse(string problem) => new(problem, [], []);
}
