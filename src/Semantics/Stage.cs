using Dockerlint.Syntax;

namespace Dockerlint.Semantics;

/// <summary>A build stage: a FROM and the instructions up to the next one.</summary>
public sealed class Stage
{
    internal Stage(int index, FromInstruction from, BaseReference @base)
    {
        Index = index;
        From = from;
        Base = @base;
        Root = @base.Stage?.Root ?? this;
        Depth = (@base.Stage?.Depth ?? 0) + 1;
        Name = from.StageName?.RawText.ToLowerInvariant();
    }

    /// <summary>Its place among the stages, from 0.</summary>
    public int Index { get; }

    /// <summary>Its name in lower case, as the engine compares names; null when it has none.</summary>
    public string? Name { get; }

    /// <summary>The instruction that begins it.</summary>
    public FromInstruction From { get; }

    /// <summary>What it starts from.</summary>
    public BaseReference Base { get; }

    /// <summary>The stage at the end of <see cref="Chain"/>: the one that starts from an image, or from nothing.</summary>
    public Stage Root { get; }

    /// <summary>How many stages <see cref="Chain"/> has.</summary>
    public int Depth { get; }

    /// <summary>
    /// Other stages that it may start from, by the name that build arguments make of its FROM: those called <c>base-amd64</c> and
    /// <c>base-arm64</c> for <c>FROM base-$ARCH</c>. Where the whole name is a variable, any image may be meant, and none is here.
    /// </summary>
    public IReadOnlyList<Stage> PossibleBases { get; internal set; } = [];

    /// <summary>Its instructions behind the FROM.</summary>
    public IReadOnlyList<StageStep> Steps { get; internal set; } = [];

    /// <summary>What is in force at its end.</summary>
    public InstructionState FinalState { get; internal set; } = new() { Variables = new VariableScope(isComplete: false) };

    /// <summary>The stages it takes files from or starts from, each once, in the order of their use.</summary>
    public IReadOnlyList<Stage> Dependencies { get; internal set; } = [];

    /// <summary>Whether an instruction in it could not be read, so that nothing can be said of what it lacks.</summary>
    public bool IsIncomplete { get; internal set; }

    /// <summary>This stage and the stages it starts from, nearest first.</summary>
    public IEnumerable<Stage> Chain
    {
        get
        {
            for (var stage = this; stage is not null; stage = stage.Base.Stage)
            {
                yield return stage;
            }
        }
    }
}
