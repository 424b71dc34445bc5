using System.Collections.Immutable;

namespace Dockerlint.Commands;

/// <summary>Tells what a command does from what its manual says and how it is called.</summary>
internal static class EffectReader
{
    internal static ImmutableArray<Effect> Read(Invocation use)
    {
        if (use.Tool is not { } tool)
        {
            return [];
        }

        var effects = ImmutableArray.CreateBuilder<Effect>();
        AddAll(effects, use, tool.Effects);
        if (!tool.HasManyVerbs)
        {
            AddAll(effects, use, use.Verb?.Effects ?? []);
            return effects.DrainToImmutable();
        }

        foreach (var operand in use.Operands)
        {
            if (operand.Value is { } text && ArgumentReader.VerbOf(tool, text) is { } verb)
            {
                AddAll(effects, use, verb.Effects);
            }
        }

        if (use.VerbWord is null && use.Verb is { } only)
        {
            AddAll(effects, use, only.Effects);
        }

        return effects.DrainToImmutable();
    }

    private static void AddAll(ImmutableArray<Effect>.Builder effects, Invocation use, ImmutableArray<EffectSpec> specs)
    {
        foreach (var spec in specs)
        {
            if (Read(use, spec) is { } effect)
            {
                effects.Add(effect);
            }
        }
    }

    private static Effect? Read(Invocation use, EffectSpec spec)
    {
        if (spec.Kind is EffectKind.Installs or EffectKind.Removes && use.Has(OptionRole.DryRun))
        {
            return null;
        }

        var isStated = HasAny(use, spec.If);
        if ((!spec.If.IsEmpty && !isStated && !use.IsOpen) || HasAny(use, spec.Unless)
            || (!spec.AlsoIf.IsEmpty && !HasAny(use, spec.AlsoIf)) || !HasOperand(use, spec))
        {
            return null;
        }

        var operands = Range(use.Operands, spec.Operands);
        var targets = Targets(use, spec, operands);
        var manifests = spec.Kind == EffectKind.Installs ? Manifests(use) : [];
        if (targets.IsEmpty && manifests.IsEmpty && spec.Paths.IsEmpty && (spec.Operands != OperandRange.None
            || !spec.OptionValues.IsEmpty))
        {
            return null;
        }

        var isUncertain = spec.IsConditional || !Matches(use, spec, out var isOpen) || isOpen
            || (use.IsOpen && (!spec.Unless.IsEmpty || (!spec.If.IsEmpty && !isStated)));
        if (!Matches(use, spec, out _))
        {
            return null;
        }

        var certainty = isUncertain ? Certainty.Conditional
            : isStated ? Certainty.Stated
            : spec.Unless.IsEmpty ? Certainty.Always : Certainty.Default;
        return new Effect(spec.Kind, certainty, spec, targets)
        {
            Packages = spec.Packages == PackageKind.None ? [] : [.. operands.Where(word => !use.Tool!.HasManyVerbs).Select(word =>
                PackageReader.Read(word, spec.Syntax))],
            Manifests = manifests,
            Output = use.Option(OptionRole.Output)?.Value,
        };
    }

    private static bool HasAny(Invocation use, ImmutableArray<string> names)
    {
        foreach (var name in names)
        {
            if (use.Option(name) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether there are as many operands as there have to be; words that may be none or many leave it open.</summary>
    private static bool Matches(Invocation use, EffectSpec spec, out bool isOpen)
    {
        var sure = 0;
        var any = 0;
        foreach (var operand in use.Operands)
        {
            _ = operand.IsOpen ? any++ : sure++;
        }

        isOpen = any > 0 && sure == 0 && spec.When is (OperandCondition.Some or OperandCondition.None);
        return spec.When switch
        {
            OperandCondition.Some => sure + any > 0,
            OperandCondition.None => sure == 0,
            OperandCondition.Paths => HasPath(use, spec.Syntax),
            _ => true,
        };
    }

    private static bool HasPath(Invocation use, PackageSyntax syntax)
    {
        foreach (var operand in use.Operands)
        {
            if (operand.Text.Length > 0 && PackageReader.Read(operand, syntax).Origin == PackageOrigin.Path)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasOperand(Invocation use, EffectSpec spec)
    {
        if (spec.IfOperand.IsEmpty)
        {
            return true;
        }

        foreach (var operand in use.Operands)
        {
            foreach (var wanted in spec.IfOperand)
            {
                if (Fits(operand.Text, wanted))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Fits(string text, string pattern) => pattern switch
    {
        ['*', .. var middle, '*'] => text.Contains(middle, StringComparison.Ordinal),
        [.. var start, '*'] => text.StartsWith(start, StringComparison.Ordinal),
        ['*', .. var end] => text.EndsWith(end, StringComparison.Ordinal),
        _ => text == pattern,
    };

    private static ImmutableArray<CommandWord> Range(ImmutableArray<CommandWord> operands, OperandRange range) => range switch
    {
        OperandRange.All => operands,
        OperandRange.First when operands.Length > 0 => [operands[0]],
        OperandRange.Second when operands.Length > 1 => [operands[1]],
        OperandRange.Last when operands.Length > 0 => [operands[^1]],
        OperandRange.ButFirst when operands.Length > 1 => operands[1..],
        OperandRange.ButLast when operands.Length > 1 => operands[..^1],
        _ => [],
    };

    private static ImmutableArray<CommandWord> Targets(Invocation use, EffectSpec spec, ImmutableArray<CommandWord> operands)
    {
        if (spec.OptionValues.IsEmpty)
        {
            return operands;
        }

        var targets = operands.ToBuilder();
        foreach (var option in use.Options)
        {
            if (option.Value is { } value && option.Spec is { } known && spec.OptionValues.Any(name => known.Names.Contains(name)))
            {
                targets.Add(value);
            }
        }

        return targets.ToImmutable();
    }

    private static ImmutableArray<CommandWord> Manifests(Invocation use)
    {
        ImmutableArray<CommandWord> found = [];
        foreach (var option in use.Options)
        {
            if (option.Role == OptionRole.Manifest && option.Value is { } value)
            {
                found = found.Add(value);
            }
        }

        return found;
    }
}
