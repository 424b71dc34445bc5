using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class ArgumentDefaultLost : Rule
{
    public override RuleInfo Info { get; } = new("DK6032", "argument-default-lost", Category.Correctness, Severity.Warning)
    {
        Since = "0.2",
        Confidence = Confidence.Likely,
        Doc = new(
            "An ARG has a default in another stage and none in the stage that uses it.",
            """
            A default holds in its own stage and in those that start from it. Elsewhere the variable is empty, unless the build is given a
            value, so that the same file builds with one and breaks without.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22 AS build
                    ARG VERSION=1.2
                    RUN wget https://example.com/$VERSION.tar.gz
                    FROM alpine:3.22
                    ARG VERSION
                    RUN echo $VERSION > /version
                    """,
                    Good: """
                    ARG VERSION=1.2
                    FROM alpine:3.22 AS build
                    ARG VERSION
                    RUN wget https://example.com/$VERSION.tar.gz
                    FROM alpine:3.22
                    ARG VERSION
                    RUN echo $VERSION > /version
                    """),
            ])
        {
            Remedy = """
                Declare the variable once above the first `FROM`, as in `ARG VERSION=1.2`, and write `ARG VERSION` in each stage that uses
                it; or repeat the default.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        if (context.Model.Stages.Count < 2)
        {
            return;
        }

        // By name, the first default that is not empty.
        var defaults = context.Model.Stages.SelectMany(stage => Arguments(stage).Select(pair => (Stage: stage, Pair: pair)))
            .Where(entry => entry.Pair is { Key.LiteralValue: not null, Value.Parts.Count: > 0 })
            .DistinctBy(entry => entry.Pair.Key.LiteralValue, StringComparer.Ordinal)
            .ToDictionary(entry => entry.Pair.Key.LiteralValue!, StringComparer.Ordinal);
        foreach (var stage in defaults.Count == 0 ? [] : context.Model.Stages)
        {
            foreach (var pair in Arguments(stage))
            {
                if (pair is { Key.LiteralValue: { } name, Value: null } && defaults.TryGetValue(name, out var other)
                    && other.Stage != stage && IsEmpty(stage, pair, name, context) && IsUsed(stage, pair, name, context))
                {
                    context.Report(pair.Key.Span,
                        $"{name} is empty here unless the build is given a value: its default holds in another stage only",
                        [new RelatedSpan(other.Pair.Span, "the default")]);
                }
            }
        }
    });

    private static IEnumerable<KeyValueSyntax> Arguments(Stage stage) =>
        stage.Steps.Select(step => step.Instruction).OfType<ArgInstruction>().SelectMany(arg => arg.Pairs);

    // A value from before it, of a stage below, or from above the first FROM is not taken away.
    private static bool IsEmpty(Stage stage, KeyValueSyntax pair, string name, RuleContext context) =>
        context.Model.GlobalScope.Find(name) is null && !context.Settings.BuildArguments.ContainsKey(name)
        && stage.Steps.First(step => step.Instruction.Span.Contains(pair.Span)).Before.Variables.Find(name) is null
        && !Arguments(stage).Any(other => other.Key.LiteralValue == name && other.Value is not null);

    private static bool IsUsed(Stage stage, KeyValueSyntax pair, string name, RuleContext context) =>
        context.Model.ScriptsOf(stage).Any(script => script.Instruction.Span.Start > pair.Span.Start
            && ScriptVariables.Free(script.Nodes).Any(use => use.Name == name))
        || stage.Steps.Any(step => step.Instruction.Span.Start > pair.Span.Start && WordsOf(step.Instruction)
            .Any(word => word.Variables.Any(use => use.Name == name && use.Operator is null)));

    private static IEnumerable<WordSyntax> WordsOf(InstructionSyntax instruction) => instruction switch
    {
        KeyValueInstruction pairs => pairs.Pairs.Select(pair => pair.Value).OfType<WordSyntax>(),
        FileTransferInstruction { Json: null } transfer => transfer.Words,
        SingleArgumentInstruction single => [single.Argument],
        _ => [],
    };
}
