using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class UndeclaredArgumentInScript : Rule
{
    private static readonly string[] s_always = ["PATH", "HOME", "USER", "PWD", "HOSTNAME", "SHELL", "LANG", "TERM"];

    public override RuleInfo Info { get; } = new("DK6009", "undeclared-argument-in-script", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Confidence = Confidence.Likely,
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "A script uses a build argument that the stage does not declare.",
            """
            An ARG above the first FROM, and arguments of the builder such as TARGETARCH, exist in a stage only behind an ARG of their
            name; without it the variable is empty. Scripts that set the variable or give it a default are not reported.
            """,
            [
                new(
                    Bad: """
                    ARG VERSION=1
                    FROM debian:12
                    RUN echo $VERSION
                    """,
                    Good: """
                    ARG VERSION=1
                    FROM debian:12
                    ARG VERSION
                    RUN echo $VERSION
                    """,
                    Fixed: """
                    ARG VERSION=1
                    FROM debian:12
                    ARG VERSION
                    RUN echo $VERSION
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    RUN curl -o a https://example.com/a-${TARGETARCH}
                    """,
                    Good: """
                    FROM debian:12
                    ARG TARGETARCH
                    RUN curl -o a https://example.com/a-${TARGETARCH}
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    RUN echo $LATE
                    ARG LATE=1
                    """,
                    Good: """
                    FROM debian:12
                    RUN LATE=2; echo $LATE
                    ARG LATE=1
                    """),
            ])
        {
            Remedy = """
                Declare the name inside the stage, above the `RUN`, as in `ARG VERSION`; without a value it takes that of the global
                `ARG`. If it may be empty, write a default, as in `${VERSION:-1}`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        // Once a stage: one ARG before the first use mends them all.
        var seen = new HashSet<(Stage, string)>();
        foreach (var script in context.Scripts.Where(script => !script.IsTrigger))
        {
            foreach (var use in ScriptVariables.Free(script.Nodes)
                .Where(use => IsMissing(script, use.Name) && seen.Add((script.Stage, use.Name))))
            {
                Report(script, use, context);
            }
        }
    });

    private static bool IsMissing(ScriptUse script, string name) =>
        !s_always.Contains(name) && script.Before.Variables.Find(name) is null && !BaseMaySet(script.Stage, name)
        && !script.Instruction.Flags.Any(flag => flag.Name == "mount" && flag.Value?.Split(',').Contains("env=" + name) == true);

    private static void Report(ScriptUse script, ParameterExpansion use, RuleContext context)
    {
        var span = script.Text.ToSource(use.Span);
        if (context.Model.GlobalScope.Find(use.Name) is not null)
        {
            var start = script.Instruction.Span.Start;
            IReadOnlyList<Fix> fixes = start == 0 || context.Tree.Source.Text[start - 1] == '\n'
                ? Fix.Of($"declare {use.Name}", Applicability.Unsafe, new TextEdit(new TextSpan(start, 0), $"ARG {use.Name}\n")) : [];
            context.Report(span, $"{use.Name} is empty here: the stage does not declare it with ARG {use.Name}", fixes);
        }
        else if (Later(script, use.Name) is { } later)
        {
            context.Report(span, $"{use.Name} is empty here: its ARG comes later", [new RelatedSpan(later.Span, "declared here")]);
        }
    }

    private static SyntaxNode? Later(ScriptUse script, string name) =>
        script.Stage.Steps.Select(step => step.Instruction).OfType<ArgInstruction>()
        .Where(arg => arg.Span.Start > script.Instruction.Span.Start).SelectMany(arg => arg.Pairs)
            .FirstOrDefault(pair => pair.Key.LiteralValue == name);

    // Images of languages and servers say their version in a variable of their name.
    private static bool BaseMaySet(Stage stage, string name)
    {
        var root = stage.Root.Base;
        return root.Kind != BaseKind.Scratch && name.EndsWith("_VERSION", StringComparison.Ordinal)
            && (root.Text is null || root.Text.Contains(name[..^8].Replace('_', '-'), StringComparison.OrdinalIgnoreCase)
                || name is "DOTNET_VERSION" or "ASPNET_VERSION");
    }
}
