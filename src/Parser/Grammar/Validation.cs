using Dockerlint.Text;

namespace Dockerlint.Syntax.Grammar;

/// <summary>Finds what the engine rejects in a tree: arguments, flags, words, heredocs, and the order of instructions.</summary>
internal static class Validation
{
    internal static void Validate(DockerfileSyntax root, List<SyntaxError> errors)
    {
        var hasStage = false;
        var reportedMissingStage = false;
        foreach (var instruction in root.Instructions)
        {
            hasStage |= instruction is FromInstruction || instruction.Name == "FROM";
            if (!hasStage && !reportedMissingStage && instruction is not ArgInstruction and not UnknownInstruction)
            {
                reportedMissingStage = true;
                errors.Add(new SyntaxError(instruction.Keyword.Span, $"{instruction.Name} stands before the first FROM: only ARG may"));
            }

            ValidateInstruction(instruction, errors);
        }

        if (root.Instructions.Count == 0)
        {
            errors.Add(new SyntaxError(new TextSpan(0, 0), "file with no instructions"));
        }
        else if (!hasStage && !reportedMissingStage)
        {
            errors.Add(new SyntaxError(root.Instructions[^1].Keyword.Span, "no build stage: the file has no FROM"));
        }
    }

    internal static void ValidateInstruction(InstructionSyntax instruction, List<SyntaxError> errors)
    {
        foreach (var heredoc in instruction.Heredocs)
        {
            if (heredoc.Terminator is null)
            {
                errors.Add(new SyntaxError(heredoc.MarkerSpan, $"unterminated heredoc: expected a line {heredoc.Name}"));
            }
        }

        switch (instruction)
        {
            case UnknownInstruction unknown:
                var nearest = Instructions.Nearest(unknown.Name);
                errors.Add(new SyntaxError(unknown.Keyword.Span,
                    $"unknown instruction `{unknown.Keyword.LogicalText}`" + (nearest is null ? "" : $", did you mean `{nearest}`?")));
                return;
            case MalformedInstruction malformed:
                errors.Add(new SyntaxError(malformed.Span, malformed.Problem));
                return;
            case OnbuildInstruction onbuild:
                FlagValidation.Validate(onbuild, errors);
                ValidateTrigger(onbuild, errors);
                return;
        }

        FlagValidation.Validate(instruction, errors);
        ArgumentValidation.Validate(instruction, errors);
    }

    // The engine keeps the text of a trigger and looks at its arguments only when it fires; keywords are checked now,
    // and so is what the line parser itself rejects.
    private static void ValidateTrigger(OnbuildInstruction onbuild, List<SyntaxError> errors)
    {
        var trigger = onbuild.Trigger;
        switch (trigger)
        {
            case MalformedInstruction { Name: "FROM" or "ONBUILD" or "MAINTAINER" } or FromInstruction or MaintainerInstruction:
                errors.Add(new SyntaxError(trigger.Keyword.Span, $"{trigger.Name} is not allowed as an ONBUILD trigger"));
                break;
            case MalformedInstruction
            {
                Problem: var problem, Name: not "HEALTHCHECK" and not "ARG" and not "USER" and not "WORKDIR"
                and not "STOPSIGNAL"
            }
                when !problem.EndsWith("at least one argument", StringComparison.Ordinal):
                errors.Add(new SyntaxError(trigger.Span, problem));
                break;
        }

        foreach (var heredoc in trigger.Heredocs.Where(heredoc => heredoc.Terminator is null))
        {
            errors.Add(new SyntaxError(heredoc.MarkerSpan, $"unterminated heredoc: expected a line {heredoc.Name}"));
        }
    }
}
