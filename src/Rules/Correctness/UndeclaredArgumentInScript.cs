using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>DK6009.</summary>
public sealed class UndeclaredArgumentInScript : Rule
{
    private static readonly string[] s_always = ["PATH", "HOME", "USER", "PWD", "HOSTNAME", "SHELL", "LANG", "TERM"];

    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DK6009", "undeclared-argument-in-script", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Fix = FixAvailability.Sometimes,
        Doc = new("A script uses a build argument that the stage does not declare.",
            "An ARG above the first FROM, and arguments of the builder such as TARGETARCH, exist in a stage only behind an ARG of their name; without it the variable is empty. Scripts that set the variable or give it a default are not reported.",
            [new("ARG VERSION=1\nFROM debian:12\nRUN echo $VERSION\n", "ARG VERSION=1\nFROM debian:12\nARG VERSION\nRUN echo $VERSION\n", "ARG VERSION=1\nFROM debian:12\nARG VERSION\nRUN echo $VERSION\n"),
             new("FROM debian:12\nRUN curl -o a https://example.com/a-${TARGETARCH}\n", "FROM debian:12\nARG TARGETARCH\nRUN curl -o a https://example.com/a-${TARGETARCH}\n"),
             new("FROM debian:12\nRUN echo $LATE\nARG LATE=1\n", "FROM debian:12\nRUN LATE=2; echo $LATE\nARG LATE=1\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Script(static (script, context) =>
    {
        if (script.IsTrigger)
        {
            return;
        }

        foreach (var use in ScriptVariables.Free(script.Script))
        {
            if (s_always.Contains(use.Name) || script.Before.Variables.Find(use.Name) is not null || BaseMaySet(script.Stage, use.Name))
            {
                continue;
            }

            var global = context.Model.GlobalScope.Find(use.Name);
            var span = script.Text.ToSource(use.Span);
            if (global is not null)
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
    });

    private static SyntaxNode? Later(ScriptUse script, string name) => script.Stage.Steps.Select(step => step.Instruction).OfType<ArgInstruction>()
        .Where(arg => arg.Span.Start > script.Instruction.Span.Start).SelectMany(arg => arg.Pairs).FirstOrDefault(pair => pair.Key.LiteralValue == name);

    // Images of languages and servers say their version in a variable of their name.
    private static bool BaseMaySet(Stage stage, string name)
    {
        var root = stage.Chain.Last().Base;
        return root.Kind != BaseKind.Scratch && name.EndsWith("_VERSION", StringComparison.Ordinal)
            && (root.Text is null || root.Text.Contains(name[..^8].Replace('_', '-'), StringComparison.OrdinalIgnoreCase) || name is "DOTNET_VERSION" or "ASPNET_VERSION");
    }
}
