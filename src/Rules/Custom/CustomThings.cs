using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Linting.Custom;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>Finds what custom rules can be about in a stage.</summary>
internal static class CustomThings
{
    /// <summary>The things of the kind that a rule is about, in source order.</summary>
    internal static IEnumerable<CustomThing> Of(Stage stage, CustomMatch match, RuleContext context) => match.Subject switch
    {
        CustomSubject.Image => CustomImages.Of(stage, match, context),
        CustomSubject.Instruction => Instructions(stage, context).SelectMany(instruction => Instruction(instruction, match)),
        CustomSubject.Tool => CustomCommands.Tools(stage, match, context),
        CustomSubject.Package => CustomCommands.Packages(stage, match, context),
        CustomSubject.Label => Labels(stage, match),
        CustomSubject.User => Users(stage, match),
        CustomSubject.Port => Ports(stage, match),
        CustomSubject.Variable => Variables(stage, match, context),
        CustomSubject.Path => CustomPaths.Of(stage, match, context),
        _ => [],
    };

    // An ONBUILD counts as itself and as its trigger; what stands before the first FROM belongs to its stage.
    private static IEnumerable<InstructionSyntax> Instructions(Stage stage, RuleContext context) =>
        Globals(stage, context).Append(stage.From).Concat(stage.Steps.SelectMany(step => step.Instruction == step.Action
            ? [step.Instruction] : new[] { step.Instruction, step.Action }));

    private static IEnumerable<InstructionSyntax> Globals(Stage stage, RuleContext context) => stage.Index > 0 ? []
        : context.Tree.Root.Instructions.TakeWhile(instruction => instruction is not FromInstruction)
            .Where(instruction => instruction is ArgInstruction);

    private static IEnumerable<CustomThing> Instruction(InstructionSyntax instruction, CustomMatch match)
    {
        var text = match.Holds("text", CustomValue.Of(Text(instruction)));
        if (match["flag"] is not { } flags)
        {
            var all = match["value"] is null ? text : false;
            yield return new CustomThing(instruction.Keyword.Span, [instruction.Name], all) { Value = Text(instruction) };
            yield break;
        }

        var found = instruction.Flags.Where(flag => flags.Matches([flag.Name])).ToList();
        if (found.Count == 0)
        {
            yield return new CustomThing(instruction.Keyword.Span, [instruction.Name],
                flags.Matches(CustomValue.None) == true && text == true && match["value"] is null);
        }

        foreach (var flag in found)
        {
            var value = flag.Value is null ? CustomValue.None
                : flag.Value.Contains('$', StringComparison.Ordinal) ? CustomValue.Unknown : CustomValue.Of(flag.Value);
            yield return new CustomThing(flag.Span, [instruction.Name], And(text, match.Holds("value", value)))
            {
                Value = flag.Value ?? "",
                Replace = flag.Value is null ? _ => null : CustomThing.InPlaceOf(instruction.Source, flag.ValueSpan, flag.Value),
            };
        }
    }

    // What stands behind the keyword and the flags, on one line.
    private static string Text(InstructionSyntax instruction)
    {
        var line = instruction.LogicalLine;
        var start = instruction.Keyword.Span.End;
        start = instruction.Flags.Count > 0 ? Math.Max(start, instruction.Flags[^1].Span.End) : start;
        var text = line.Text;
        for (var i = 0; i < text.Length; i++)
        {
            if (line.ToSource(new TextSpan(i, 1)).Start >= start)
            {
                return text[i..].Trim();
            }
        }

        return "";
    }

    private static IEnumerable<CustomThing> Labels(Stage stage, CustomMatch match)
    {
        foreach (var step in stage.Steps)
        {
            foreach (var pair in (step.Instruction as LabelInstruction)?.Pairs ?? [])
            {
                var value = pair.Value is null ? "" : Expand(pair.Value, step);
                yield return new CustomThing(pair.Span, Known(Expand(pair.Key, step)), match.Holds("value", CustomValue.Of(value)))
                {
                    Value = value ?? "",
                    Replace = pair.Value is null ? _ => null : CustomThing.InPlaceOf(pair.Source, pair.Value.Span, value),
                };
            }
        }
    }

    private static IEnumerable<CustomThing> Users(Stage stage, CustomMatch match)
    {
        foreach (var step in stage.Steps)
        {
            if (step.Action is not UserInstruction user)
            {
                continue;
            }

            var text = Expand(user.Argument, step)?.Trim();
            var colon = text?.IndexOf(':', StringComparison.Ordinal) ?? -1;
            var group = text is null ? CustomValue.Unknown : colon < 0 ? CustomValue.None : CustomValue.Of(text[(colon + 1)..]);
            yield return new CustomThing(user.Argument.Span, Known(colon < 0 ? text : text![..colon]), match.Holds("group", group))
            {
                Value = text ?? "",
                Replace = CustomThing.InPlaceOf(user.Source, user.Argument.Span, text),
            };
        }
    }

    private static IEnumerable<CustomThing> Ports(Stage stage, CustomMatch match)
    {
        foreach (var step in stage.Steps)
        {
            foreach (var word in (step.Action as ExposeInstruction)?.ExpandedWords ?? [])
            {
                var text = Expand(word, step);
                if (text is null)
                {
                    yield return new CustomThing(word.Span, [], match.Conditions.Count == 0 ? true : null);
                }

                foreach (var port in text?.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries) ?? [])
                {
                    var parts = port[(port.LastIndexOf(':') + 1)..].Split('/', 2);
                    var protocol = parts is [_, var named] ? named.ToLowerInvariant() : "tcp";

                    // A range is called by its ends, and its whole.
                    yield return new CustomThing(word.Span, [parts[0], .. parts[0].Split('-', 2)],
                        match.Holds("protocol", CustomValue.Of(protocol)))
                    {
                        Value = protocol,
                        Replace = CustomThing.InPlaceOf(step.Action.Source, word.Span, port),
                    };
                }
            }
        }
    }

    private static IEnumerable<CustomThing> Variables(Stage stage, CustomMatch match, RuleContext context)
    {
        var globals = Globals(stage, context).Select(instruction => (Instruction: instruction, Lookup: (Func<string,
            VariableValue>)context.Model.GlobalScope.Lookup));
        foreach (var (instruction, lookup) in globals.Concat(stage.Steps.Select(step =>
            (step.Action, LookupAt(step)))))
        {
            if (instruction is not (EnvInstruction or ArgInstruction)
                || (match.IsNarrowed("set-by") && match.Holds("set-by", CustomValue.Of(SetBy(instruction))) == false))
            {
                continue;
            }

            foreach (var pair in ((KeyValueInstruction)instruction).Pairs)
            {
                var value = pair.Value is null ? CustomValue.None : CustomValue.Of(WordExpander.Expand(pair.Value, lookup));
                yield return new CustomThing(pair.Span, Known(WordExpander.Expand(pair.Key, lookup)),
                    And(match.Holds("set-by", CustomValue.Of(SetBy(instruction))), match.Holds("value", value)))
                {
                    Value = value.Text ?? "",
                    Replace = match["value"] is null ? CustomThing.InPlaceOf(instruction.Source, pair.Key.Span, pair.Key.LiteralValue)
                        : pair.Value is null ? _ => null
                        : CustomThing.InPlaceOf(instruction.Source, pair.Value.Span, value.Text),
                };
            }
        }
    }

    private static string SetBy(InstructionSyntax instruction) => instruction is EnvInstruction ? "env" : "arg";

    /// <summary>A word of a step after expansion; null when nobody knows it. An ARG without a value is for the build to give.</summary>
    internal static string? Expand(WordSyntax word, StageStep step) => WordExpander.Expand(word, LookupAt(step));

    private static Func<string, VariableValue> LookupAt(StageStep step) => name =>
        step.Before.Variables.Find(name) is { Kind: VariableKind.Arg, Value.IsSet: not true } ? VariableValue.Unknown
            : step.Before.Variables.Lookup(name);

    /// <summary>What is known as the only name, what is not as none.</summary>
    internal static IReadOnlyCollection<string> Known(string? name) => name is null ? [] : [name];

    /// <summary>Whether both hold; null when nobody knows.</summary>
    internal static bool? And(bool? one, bool? other) =>
        one == false || other == false ? false : one is null || other is null ? null : true;
}
