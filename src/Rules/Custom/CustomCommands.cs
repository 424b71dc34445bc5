using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Linting.Custom;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>The commands of a stage and what they install, for custom rules.</summary>
internal static class CustomCommands
{
    /// <summary>The programs that are run, wrappers such as sudo among them.</summary>
    internal static IEnumerable<CustomThing> Tools(Stage stage, CustomMatch match, RuleContext context)
    {
        foreach (var use in Uses(stage, context))
        {
            foreach (var command in use.Invocation.Wrappers.Append(use.Invocation))
            {
                foreach (var thing in Things(use, command, match))
                {
                    yield return thing;
                }
            }
        }
    }

    /// <summary>The packages that are named by commands that install.</summary>
    internal static IEnumerable<CustomThing> Packages(Stage stage, CustomMatch match, RuleContext context)
    {
        foreach (var use in Uses(stage, context))
        {
            foreach (var package in use.Invocation.Effects.Where(effect => effect.Kind == EffectKind.Installs)
                .SelectMany(effect => effect.Packages))
            {
                var isKnown = package.Word is { IsKnown: true, Text.Length: > 0 };
                var version = !isKnown ? CustomValue.Unknown : package.Version is null ? CustomValue.None : CustomValue.Of(package.Version);
                var names = Names(use.Invocation);
                var manager = match["manager"] is not { } wanted ? true : names.Count == 0 ? (bool?)null : wanted.Matches(names);
                if (manager == false && match.IsNarrowed("manager"))
                {
                    continue;
                }

                yield return new CustomThing(use.Invocation.ToSource(package.Word), isKnown ? [package.Name] : [],
                    CustomThings.And(manager, match.Holds("version", version)))
                {
                    Value = package.Version ?? "",
                    Replace = word => use.Replacement(package.Word, word),
                };
            }
        }
    }

    private static IEnumerable<InvocationUse> Uses(Stage stage, RuleContext context) =>
        context.Model.InvocationsOf(stage).Concat(context.Model.StartInvocationsOf(stage));

    private static IEnumerable<CustomThing> Things(InvocationUse use, Invocation command, CustomMatch match)
    {
        var names = Names(command);
        var verb = match["verb"] is not { } verbs ? true
            : command.VerbName is { } name ? verbs.Matches([name, command.VerbWord?.Value ?? name])
            : command.IsOpen ? null : verbs.Matches(CustomValue.None);
        if (verb == false && match.IsNarrowed("verb"))
        {
            yield break;
        }

        var (isOptionThere, option) = Option(command, match);
        var (isOperandThere, operand) = Operand(command, match);
        var place = option is { } found ? command.ToSource(found) : operand is { } word ? command.ToSource(word) : command.NameSpan;
        var replaced = option ?? operand ?? command.NameWord;
        yield return new CustomThing(place, names, CustomThings.And(verb, CustomThings.And(isOptionThere, isOperandThere)))
        {
            Value = replaced.Value ?? "",
            Replace = text => use.Replacement(replaced, text),
        };
    }

    // Whether an option is there with such a value, and the word it stands in.
    private static (bool? Holds, CommandWord? Word) Option(Invocation command, CustomMatch match)
    {
        if (match["option"] is not { } wanted)
        {
            return (match["value"] is null ? true : false, null);
        }

        bool? holds = command.IsOpen ? null : wanted.Matches(CustomValue.None);
        foreach (var option in command.Options)
        {
            if (!wanted.Matches([option.Name, .. option.Spec?.Names ?? []]))
            {
                continue;
            }

            var value = option.Value is null ? CustomValue.None : CustomValue.Of(option.KnownValue);
            switch (match.Holds("value", value))
            {
                case true:
                    return (true, command.WordOf(option));
                case null:
                    holds = null;
                    break;
                default:
                    holds = holds == true ? false : holds;
                    break;
            }
        }

        return (holds, null);
    }

    private static (bool? Holds, CommandWord? Word) Operand(Invocation command, CustomMatch match)
    {
        if (match["operand"] is not { } wanted)
        {
            return (true, null);
        }

        bool? holds = command.IsOpen ? null : command.Operands.IsEmpty && wanted.Matches(CustomValue.None) == true;
        foreach (var operand in command.Operands)
        {
            if (operand.Value is not { } text)
            {
                holds = null;
            }
            else if (wanted.Matches([text]))
            {
                return (true, operand);
            }
        }

        return (holds, null);
    }

    private static IReadOnlyCollection<string> Names(Invocation command) => command.Name is not { } name ? []
        : command.Tool is { } tool ? [name, tool.Name] : [name];
}
