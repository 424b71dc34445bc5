using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>BuildKit's UndefinedVar.</summary>
public sealed class UndefinedVariable : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("UndefinedVar", "undefined-variable", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.BuildKit | Profiles.Default | Profiles.Strict,
        Doc = new("A variable that neither ARG nor ENV declares.",
            "It expands to nothing unless the base image happens to set it. Variables in scripts are the shell's and are not looked at.",
            [new("FROM alpine:3.22\nCOPY $SRC /srv/\n", "FROM alpine:3.22\nARG SRC\nCOPY $SRC /srv/\n"),
             new("ARG V=1\nFROM alpine:3.22\nLABEL v=$V\n", "ARG V=1\nFROM alpine:3.22\nARG V\nLABEL v=$V\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        foreach (var step in stage.Steps)
        {
            Check(step, context);
        }
    });

    private static void Check(StageStep step, RuleContext context)
    {
        if (step.Instruction is OnbuildInstruction or HealthcheckInstruction or MaintainerInstruction or ShellInstruction)
        {
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var variable in step.Instruction.Descendants().OfType<VariableReferenceSyntax>())
        {
            var name = variable.Name;

            // An ARG may refer to one before it in the same instruction. PATH is there on every base.
            var isDeclared = step.Before.Variables.Find(name) is not null || name is "PATH" or ""
                || name.StartsWith("BUILDKIT_SBOM_SCAN_", StringComparison.Ordinal)
                || (step.Instruction is ArgInstruction arg && arg.Pairs.Any(pair => pair.Key.LiteralValue == name && pair.LogicalSpan.Start < variable.LogicalSpan.Start && pair.Value?.Variables.Contains(variable) != true));
            if (!isDeclared && seen.Add(name))
            {
                context.Report(variable.Span, $"variable {name} is not declared by ARG or ENV");
            }
        }
    }
}
