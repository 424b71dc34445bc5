using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class VolatileValueEarly : Rule
{
    public override RuleInfo Info { get; } = new("DK1002", "volatile-value-early", Category.Cache, Severity.Warning)
    {
        Since = "0.1",
        Confidence = Confidence.Likely,
        Doc = new(
            "A commit, date or build number is declared before an expensive step that does not use it.",
            """
            Every RUN below an ARG or ENV has its value in its cache key, whether it uses the value or not: with another commit in every
            build, packages and dependencies are installed anew each time. Declared behind the expensive steps, the value costs nothing.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12
                    ARG GIT_SHA
                    RUN apt-get update && apt-get install -y git
                    """,
                    Good: """
                    FROM debian:12
                    RUN apt-get update && apt-get install -y git
                    ARG GIT_SHA
                    ENV GIT_SHA=$GIT_SHA
                    """),
                new(
                    Bad: """
                    FROM node:24
                    ARG BUILD_DATE=unknown
                    ENV BUILD_DATE=$BUILD_DATE
                    COPY package*.json ./
                    RUN npm ci
                    """,
                    Good: """
                    FROM node:24
                    ARG GIT_SHA
                    RUN make VERSION=$GIT_SHA
                    """),
            ])
        {
            Remedy = """
                Move the `ARG` or `ENV` down, directly above the first instruction that uses the value. If only a label uses it, put
                both at the end of the stage.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        var reported = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < stage.Steps.Count; i++)
        {
            if (stage.Steps[i].Instruction is not (ArgInstruction or EnvInstruction))
            {
                continue;
            }

            var declaration = (KeyValueInstruction)stage.Steps[i].Instruction;
            foreach (var pair in declaration.Pairs)
            {
                if (pair.Key.LiteralValue is { } name && (VolatileName.Is(name) || IsOwnVersion(stage, declaration, pair, name))
                    && !IsConstant(declaration, pair)
                    && FirstVictim(stage, i, name, context) is { } victim && reported.Add(name))
                {
                    context.Report(pair.Key.Span,
                        $"{name} changes from build to build, and {victim.Invocation.Name} below runs again each time without using it: "
                            + $"declare {name} behind that",
                        [new RelatedSpan(victim.Invocation.NameSpan, "this runs again")]);
                }
            }
        }
    });

    // A version that has to be given from outside and that a label states is that of the image itself, another one in each release.
    private static bool IsOwnVersion(Stage stage, KeyValueInstruction declaration, KeyValueSyntax pair, string name) =>
        declaration is ArgInstruction && pair.Value is null
        && name == "VERSION"
        && stage.Steps.Select(step => step.Instruction).OfType<LabelInstruction>().SelectMany(label => label.Pairs)
            .Any(label => label.Key.LiteralValue is "version" or "org.opencontainers.image.version"
                && label.Value?.Variables.Any(variable => variable.Name == name) == true);

    // An ENV with a fixed text is changed by hand only.
    private static bool IsConstant(KeyValueInstruction declaration, KeyValueSyntax pair) =>
        declaration is EnvInstruction && pair.Value?.LiteralValue is not null;

    private static InvocationUse? FirstVictim(Stage stage, int index, string name, RuleContext context)
    {
        for (var i = index + 1; i < stage.Steps.Count; i++)
        {
            // From the first use on, running again is meant.
            if (stage.Steps[i].Instruction is RunInstruction run)
            {
                if (run.Source.Slice(run.Span).Contains(name, StringComparison.Ordinal))
                {
                    return null;
                }

                if (ExpensiveStep.Find(context.Model.InvocationsOf(run)) is { } victim)
                {
                    return victim;
                }
            }
            else if (stage.Steps[i].Instruction is FileTransferInstruction transfer
                && transfer.LogicalText.Contains(name, StringComparison.Ordinal))
            {
                return null;
            }
        }

        return null;
    }
}
