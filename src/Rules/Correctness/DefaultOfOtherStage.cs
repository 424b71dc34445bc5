using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class DefaultOfOtherStage : Rule
{
    public override RuleInfo Info { get; } = new("DK6045", "default-of-other-stage", Category.Correctness, Severity.Warning)
    {
        Since = "0.2",
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "An ARG has a default in another stage, which does not count here.",
            """
            A default holds in the stage that gives it and in those that start from it. Declared again without one in a stage that does not,
            the argument is empty unless the build gives it a value, whatever other stages say. Only a default above the first FROM holds
            for all.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12 AS build
                    ARG VERSION=1.2
                    RUN make V=$VERSION
                    FROM debian:12
                    ARG VERSION
                    RUN echo $VERSION
                    """,
                    Good: """
                    ARG VERSION=1.2
                    FROM debian:12 AS build
                    ARG VERSION
                    RUN make V=$VERSION
                    FROM debian:12
                    ARG VERSION
                    RUN echo $VERSION
                    """,
                    Fixed: """
                    FROM debian:12 AS build
                    ARG VERSION=1.2
                    RUN make V=$VERSION
                    FROM debian:12
                    ARG VERSION=1.2
                    RUN echo $VERSION
                    """),
            ])
        {
            Remedy = """
                Write `ARG VERSION=1.2` above the first `FROM` and `ARG VERSION` in every stage that uses it, or repeat the default here.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        var defaults = new Dictionary<string, KeyValueSyntax>(StringComparer.Ordinal);
        foreach (var stage in context.Model.Stages)
        {
            foreach (var step in stage.Steps)
            {
                foreach (var pair in (step.Instruction as ArgInstruction)?.Pairs ?? [])
                {
                    if (pair.Key.LiteralValue is { } name && pair.Value is null && defaults.TryGetValue(name, out var other)
                        && IsEmpty(name, stage, step, context))
                    {
                        Report(pair, other, name, context);
                    }
                }
            }

            foreach (var pair in stage.Steps.Select(step => step.Instruction).OfType<ArgInstruction>().SelectMany(arg => arg.Pairs))
            {
                if (pair is { Key.LiteralValue: { } name, Value.RawText.Length: > 0 })
                {
                    defaults.TryAdd(name, pair);
                }
            }
        }
    });

    // No global ARG gives it a value, none is inherited, and something here reads it plainly: with a default of its own
    // (${VERSION:-1}) being empty is provided for.
    private static bool IsEmpty(string name, Stage stage, StageStep step, RuleContext context) =>
        context.Model.GlobalScope.Find(name) is null && step.Before.Variables.Find(name) is null && !stage.Steps
            .TakeWhile(other => other != step).Any(other => other.Instruction is ArgInstruction arg
                && arg.Pairs.Any(pair => pair.Key.LiteralValue == name && pair.Value is not null))
        && (context.Model.ScriptsOf(stage).Any(script => script.Instruction.Span.Start > step.Instruction.Span.Start
                && ScriptVariables.Free(script.Nodes).Any(use => use.Name == name))
            || stage.Steps.Any(other => other.Instruction.Span.Start > step.Instruction.Span.Start
                && ExpandedWords.Of(other.Instruction, context.Tree).SelectMany(word => word.Variables)
                    .Any(variable => variable.Name == name && variable.Operator is null)));

    private static void Report(KeyValueSyntax pair, KeyValueSyntax other, string name, RuleContext context)
    {
        var text = other.Value!.RawText;
        IReadOnlyList<Fix> fixes = other.Value.Variables.Any() || text.Contains('\n', StringComparison.Ordinal) ? []
            : Fix.Of("repeat the default", Applicability.Unsafe, new TextEdit(new TextSpan(pair.Key.Span.End, 0), "=" + text));
        context.Report(pair.Span, $"{name} is empty here unless the build gives it: its default {text} holds in the other stage alone",
            [new RelatedSpan(other.Span, "the default of the other stage")], fixes);
    }
}
