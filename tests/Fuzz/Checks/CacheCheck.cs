using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Dockerlint.Cache;
using Dockerlint.Reporting;
using Dockerlint.Semantics;
using Dockerlint.Semantics.Context;
using Dockerlint.Syntax;

namespace Dockerlint.Fuzz;

/// <summary>Predicts: plans and traces of two states that are nearly the same, for both builders, and what is said of them.</summary>
internal sealed class CacheCheck
{
    private readonly List<(string Name, ICacheReporter Reporter)> _reporters =
    [
        ("text", new CacheTextReporter(useColor: false)), ("json", new CacheJsonReporter()), ("markdown", new CacheMarkdownReporter()),
        ("github", new CacheGitHubReporter("a:b,c%\u202E")),
    ];

    /// <summary>What is wrong with the prediction; null as well where the engine would refuse either Dockerfile.</summary>
    internal FuzzFailure? Check(SyntaxTree before, SyntaxTree after, ContextManifest contextBefore, ContextManifest contextAfter)
    {
        foreach (var builder in new[] { Builder.BuildKit, Builder.Classic })
        {
            var first = State(before, contextBefore, builder);
            if (first is null)
            {
                continue;
            }

            var plan = LayerPlan.Create(first);
            if (plan.Steps.Any(step => step.Line < 1 || step.EndLine < step.Line))
            {
                return new FuzzFailure("cache plan", "a step without a place");
            }

            // A build that fails leaves nothing to reuse, and what comes from elsewhere is asked for again, and then may be what it was.
            var same = InvalidationTrace.Between(first, first);
            if (same.Steps.All(step => step.Cause?.Kind != CauseKind.Failure)
                && same.Steps.FirstOrDefault(IsDoneAgain) is { } rebuilt)
            {
                return new FuzzFailure($"cache, {builder}: the same state is rebuilt",
                    $"line {rebuilt.Step.Line}: {rebuilt.Cause?.Kind} {rebuilt.Cause?.Detail}");
            }

            if (Explain(plan) is { } wrong)
            {
                return wrong;
            }

            if (State(after, contextAfter, builder) is { } second && Report(InvalidationTrace.Between(first, second)) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private static bool IsDoneAgain(StepTrace step) => step is { Status: StepStatus.Rebuilt, Certainty: not StepCertainty.Open };

    private static BuildState? State(SyntaxTree tree, ContextManifest context, Builder builder) =>
        tree.Errors.Count > 0 || BuildModel.Create(tree).Stages.Count == 0
            ? null
            : new BuildState(tree, context,
                new BuildSettings { Builder = builder, BuildArguments = ImmutableDictionary<string, string>.Empty.Add("A", "1") });

    private static FuzzFailure? Explain(LayerPlan plan)
    {
        using var tree = new StringWriter(CultureInfo.InvariantCulture);
        CacheExplanation.WriteTree(plan, (_, _) => new StepTime(1, true), CacheReach.TargetChain, tree);
        if (ReportCheck.Hidden(tree.ToString()) is { } hidden)
        {
            return new FuzzFailure("cache explain tree", $"{hidden}\n{tree}");
        }

        using var json = new StringWriter(CultureInfo.InvariantCulture);
        CacheExplanation.WriteJson(plan, (_, _) => new StepTime(1, true), json);
        JsonDocument.Parse(json.ToString()).Dispose();
        return null;
    }

    private FuzzFailure? Report(InvalidationTrace trace)
    {
        foreach (var (name, reporter) in _reporters)
        {
            using var writer = new StringWriter(CultureInfo.InvariantCulture);
            reporter.Write(trace, writer);
            var text = writer.ToString();
            if (name == "json")
            {
                JsonDocument.Parse(text).Dispose();
            }

            if (ReportCheck.Hidden(text, name == "github" ? "\n\t" : "\n") is { } hidden)
            {
                return new FuzzFailure($"cache report {name}", $"{hidden}\n{text}");
            }
        }

        return null;
    }
}
