using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>
/// The file as BuildKit's converter goes through it while it checks (frontend/dockerfile/dockerfile2llb): all stages, on Linux and
/// amd64, without build arguments.
/// </summary>
internal sealed class EngineBuild : IFact<EngineBuild>
{
    private EngineBuild(IReadOnlyList<EngineStage> stages, EngineScope globals)
    {
        Stages = stages;
        Globals = globals;
    }

    /// <summary>The stages in order.</summary>
    internal IReadOnlyList<EngineStage> Stages { get; }

    /// <summary>The platform arguments and the ARGs before the first FROM.</summary>
    internal EngineScope Globals { get; }

    /// <inheritdoc/>
    public static EngineBuild Compute(FileFacts file)
    {
        var instructions = file.Model.Tree.Root.Instructions;
        var last = instructions.OfType<FromInstruction>().LastOrDefault()?.StageName?.RawText.ToLowerInvariant();
        var walker = new EngineWalker(file.Model, GlobalsOf(instructions, last ?? "default"));
        return new EngineBuild(walker.Walk(), walker.Globals);
    }

    private static EngineScope GlobalsOf(IReadOnlyList<InstructionSyntax> instructions, string target)
    {
        var scope = EngineScope.Empty;
        foreach (var prefix in (string[])["BUILD", "TARGET"])
        {
            scope = scope.With(prefix + "PLATFORM", "linux/amd64").With(prefix + "OS", "linux").With(prefix + "OSVERSION", "")
                .With(prefix + "ARCH", "amd64").With(prefix + "VARIANT", "");
        }

        scope = scope.With("TARGETSTAGE", target);
        foreach (var arg in instructions.TakeWhile(instruction => instruction.Name != "FROM").OfType<ArgInstruction>())
        {
            foreach (var pair in arg.Pairs)
            {
                scope = pair.Value is null
                    ? scope.Declare(pair.Key.RawText)
                    : scope.With(pair.Key.RawText, WordExpander.Expand(pair.Value, scope.Lookup));
            }
        }

        return scope;
    }
}
