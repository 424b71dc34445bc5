using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Semantics.Images;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>BuildKit's UndefinedVar with the verdict of the default profile.</summary>
internal sealed class UndefinedVariable : Rule
{
    public override RuleInfo Info { get; } = new(UndefinedVariables.Id, UndefinedVariables.Name, Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Confidence = Confidence.Likely,
        Profiles = Profiles.Default | Profiles.Strict,
        Doc = new(
            "A variable that neither ARG nor ENV declares.",
            """
            It expands to nothing. A base image may set variables of its own: what it is known to set is declared, and unless it is
            known to set none, a name is reported only when the file itself declares it elsewhere, the builder predefines it, or it is
            not in upper case. On an image of which nothing is known, what adds to itself, and what another stage of the same image
            sets, is taken for the image's. A use with a default, as in ${X:-y}, is deliberate. Variables in scripts are the shell's and
            are not looked at.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    COPY $SRC /srv/
                    """,
                    Good: """
                    FROM alpine:3.22
                    ARG SRC
                    COPY $SRC /srv/
                    """),
                new(
                    Bad: """
                    ARG V=1
                    FROM node:22
                    LABEL v=$V
                    """,
                    Good: """
                    ARG V=1
                    FROM node:22
                    ARG V
                    LABEL v=$V
                    """),
                new(
                    Bad: """
                    FROM alpine:3.22
                    ENV A=$NODE_VERSION
                    """,
                    Good: """
                    FROM node:22
                    ENV A=$NODE_VERSION B=${C:-d}
                    """),
            ]),
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        var build = context.Get<EngineBuild>();
        foreach (var stage in build.Stages)
        {
            var evidence = new Evidence(stage.Stage, build.Globals, context);
            foreach (var step in stage.Steps.Where(step => step.Place == step.Instruction))
            {
                foreach (var variable in UndefinedVariables.Of(step, context.Tree)
                    .Where(variable => variable.Operator is null or not (['-' or '+' or '?', ..] or [':', ..])))
                {
                    // Where the same instruction sets it, the order of the values is what is wrong.
                    if (!context.Get<EnvDefinitions>().IsSetBeside(variable, step.Instruction)
                        && evidence.IsAgainst(variable, step.Instruction))
                    {
                        context.ReportAt(step.Place.Span, variable.Span, build.Globals.Contains(variable.Name)
                            ? $"variable {variable.Name} is not declared in this stage: repeat ARG {variable.Name} behind FROM"
                            : $"variable {variable.Name} is not declared by ARG or ENV");
                    }
                }
            }
        }
    });

    /// <summary>What speaks for it that a variable, which the file does not declare, has no value in a stage.</summary>
    private sealed class Evidence(Stage stage, EngineScope globals, RuleContext context)
    {
        private readonly BaseImage? _image = context.Get<StageImages>().Of(stage);

        // An ENV counts for stages of other images only where nothing is known of this one.
        private readonly Lazy<HashSet<string>> _declared = new(() => context.Model.Stages
            .SelectMany(other => other.Steps.Select(step => (Stage: other, step.Instruction)))
            .Concat(context.Tree.Root.Instructions.TakeWhile(item => item is not FromInstruction).Select(item => (Stage: stage, item)))
            .Where(pair => pair.Item2 is ArgInstruction || (pair.Item2 is EnvInstruction && !IsOfSameUnknown(pair.Stage, stage, context)))
            .SelectMany(pair => ((KeyValueInstruction)pair.Item2).Pairs.Select(item => item.Key.RawText))
            .ToHashSet(StringComparer.Ordinal));

        internal bool IsAgainst(VariableReferenceSyntax variable, InstructionSyntax instruction)
        {
            var name = variable.Name;
            if (_image?.Variables?.Contains(name) == true || (_image is null && AddsToItself(variable, instruction))
                || (stage.Root.PossibleBases is { Count: > 0 } bases
                    && bases.All(below => below.FinalState.Variables.Find(name) is not null)))
            {
                return false;
            }

            // The engine gives every stage a PATH.
            return _image?.Variables is { } set && set.All(item => item == "PATH") || globals.Contains(name)
                || name != name.ToUpperInvariant() || _declared.Value.Contains(name);
        }

        private static bool AddsToItself(VariableReferenceSyntax variable, InstructionSyntax instruction) =>
            instruction is EnvInstruction env && env.Pairs.Any(pair => pair.Key.LiteralValue == variable.Name
                && pair.Span.Contains(variable.Span.Start) && UndefinedVariables.AddsToItself(pair));

        private static bool IsOfSameUnknown(Stage other, Stage stage, RuleContext context) => other.Root != stage.Root
            && other.Root.From.Image.RawText == stage.Root.From.Image.RawText && context.Get<StageImages>().Of(stage) is null;
    }
}
