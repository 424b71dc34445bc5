using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>DL3025 of hadolint: every shell form, of HEALTHCHECK too, whatever SHELL says.</summary>
internal sealed class HadolintShellFormCommand() : HadolintVariant(new ShellFormCommand())
{
    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var instruction in context.Tree.Root.Instructions)
        {
            if (instruction is (CmdInstruction or EntrypointInstruction or HealthcheckInstruction)
                and CommandInstruction { Command: ShellFormSyntax form }
                && !HadolintText.IsArray(form.LogicalText))
            {
                context.Report(instruction.Keyword.Span, $"{instruction.Name} in shell form");
            }
        }
    });
}
