using Dockerlint.Text;

namespace Dockerlint.Syntax.Grammar;

/// <summary>Checks flags as BuildKit's flag parser does: known, not repeated, with a value of the right kind.</summary>
internal static class FlagValidation
{
    internal static void Validate(InstructionSyntax instruction, List<SyntaxError> errors)
    {
        // STOPSIGNAL, ARG and HEALTHCHECK NONE never look at their flags.
        if (instruction is StopsignalInstruction or ArgInstruction or HealthcheckInstruction { IsNone: true })
        {
            return;
        }

        if (instruction is RunInstruction run)
        {
            foreach (var mount in run.Mounts)
            {
                MountValidation.Validate(mount, errors);
            }
        }

        var known = Known(instruction);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var flag in instruction.Flags)
        {
            var kind = Array.Find(known, candidate => candidate.Name == flag.Name);
            if (kind.Name is null)
            {
                var nearest = Spelling.Nearest(flag.Name, known.Select(candidate => candidate.Name));
                errors.Add(new SyntaxError(flag.Span,
                    $"unknown flag --{flag.Name} for {instruction.Name}" + (nearest is null ? "" : $", did you mean --{nearest}?")));
                continue;
            }

            if (!seen.Add(flag.Name) && kind.Kind != FlagKind.Many)
            {
                errors.Add(new SyntaxError(flag.Span, $"flag --{flag.Name} is given twice"));
            }

            if (kind.Kind == FlagKind.Boolean)
            {
                if (flag.Value is not null && !flag.Value.Equals("true", StringComparison.OrdinalIgnoreCase)
                    && !flag.Value.Equals("false", StringComparison.OrdinalIgnoreCase))
                {
                    errors.Add(new SyntaxError(flag.Span, $"flag --{flag.Name} expects true or false"));
                }
            }
            else if (flag.Value is null)
            {
                errors.Add(new SyntaxError(flag.Span, $"flag --{flag.Name} expects a value: --{flag.Name}=..."));
            }
            else
            {
                ValidateValue(instruction, flag, errors);
            }
        }
    }

    private static void ValidateValue(InstructionSyntax instruction, FlagSyntax flag, List<SyntaxError> errors)
    {
        var value = flag.Value!;
        var problem = (instruction, flag.Name) switch
        {
            (RunInstruction, "network") when value is not ("default" or "none" or "host") =>
            $"invalid network mode {value}: expected default, none or host",
            (RunInstruction, "security") when value is not ("sandbox" or "insecure") =>
            $"invalid security mode {value}: expected sandbox or insecure",
            (HealthcheckInstruction, "retries") when value.Length > 0 && !(int.TryParse(value, out var retries) && retries >= 0) =>
                $"flag --retries expects a number from 0, not {value}",
            (HealthcheckInstruction, not "retries") => GoDuration.Problem(flag.Name, value),
            _ => null,
        };
        if (problem is not null)
        {
            errors.Add(new SyntaxError((flag.ValueWord as SyntaxElement ?? flag).Span, problem));
        }
    }

    private static (string Name, FlagKind Kind)[] Known(InstructionSyntax instruction) => instruction switch
    {
        FromInstruction => [("platform", FlagKind.Text)],
        RunInstruction => [("mount", FlagKind.Many), ("network", FlagKind.Text), ("security", FlagKind.Text), ("device", FlagKind.Many)],
        CopyInstruction =>
        [
            ("from", FlagKind.Text), ("chown", FlagKind.Text), ("chmod", FlagKind.Text), ("link", FlagKind.Boolean),
            ("parents", FlagKind.Boolean), ("exclude", FlagKind.Many),
        ],
        AddInstruction =>
        [
            ("chown", FlagKind.Text), ("chmod", FlagKind.Text), ("link", FlagKind.Boolean), ("keep-git-dir", FlagKind.Boolean),
            ("checksum", FlagKind.Text), ("unpack", FlagKind.Boolean), ("exclude", FlagKind.Many),
        ],
        HealthcheckInstruction =>
        [
            ("interval", FlagKind.Text), ("timeout", FlagKind.Text), ("start-period", FlagKind.Text),
            ("start-interval", FlagKind.Text), ("retries", FlagKind.Text),
        ],
        _ => [],
    };

    private enum FlagKind
    {
        Text,
        Boolean,
        Many,
    }
}
