using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>BuildKit's UndefinedVar with the verdict of the default profile.</summary>
internal sealed class UndefinedVariable : Rule
{
    private static readonly string[] s_plainImages = ["alpine", "amazonlinux", "busybox", "debian", "ubuntu"];

    public override RuleInfo Info { get; } = new(UndefinedVariables.Id, UndefinedVariables.Name, Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Default | Profiles.Strict,
        Doc = new(
            "A variable that neither ARG nor ENV declares.",
            """
            It expands to nothing. A base image may set variables of its own: unless it is known to set none, a name is reported only
            when the file itself declares it elsewhere, the builder predefines it, or it is not in upper case. A use with a default, as
            in ${X:-y}, is deliberate. Variables in scripts are the shell's and are not looked at.
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
        var definitions = context.Get<EnvDefinitions>();
        HashSet<string>? declared = null;
        foreach (var stage in build.Stages)
        {
            foreach (var step in stage.Steps.Where(step => step.Place == step.Instruction))
            {
                foreach (var variable in UndefinedVariables.Of(step, context.Tree)
                    .Where(variable => variable.Operator is null or not (['-' or '+' or '?', ..] or [':', ..])))
                {
                    var name = variable.Name;
                    if (definitions.IsSetBeside(variable, step.Instruction))
                    {
                        continue; // the order of the values is what is wrong
                    }

                    if (IsPlain(stage, build.Globals) || build.Globals.Contains(name) || name != name.ToUpperInvariant()
                        || (declared ??= Declared(context.Tree)).Contains(name))
                    {
                        context.ReportAt(step.Place.Span, variable.Span, build.Globals.Contains(name)
                            ? $"variable {name} is not declared in this stage: repeat ARG {name} behind FROM"
                            : $"variable {name} is not declared by ARG or ENV");
                    }
                }
            }
        }
    });

    // Whether the image at the bottom is known to set nothing but PATH.
    private static bool IsPlain(EngineStage stage, EngineScope globals)
    {
        while (stage.Base is { } below)
        {
            stage = below;
        }

        return WordExpander.Expand(stage.From.Image, globals.Lookup) is { } name
            && (name == "scratch" || (ImageReference.TryParse(name) is { Registry: null or "docker.io" } image
                && s_plainImages.Contains(image.Repository.Replace("library/", "", StringComparison.Ordinal))));
    }

    private static HashSet<string> Declared(SyntaxTree tree) => tree.Root.Instructions.OfType<KeyValueInstruction>()
        .Where(instruction => instruction is ArgInstruction or EnvInstruction)
        .SelectMany(instruction => instruction.Pairs.Select(pair => pair.Key.RawText)).ToHashSet(StringComparer.Ordinal);
}
