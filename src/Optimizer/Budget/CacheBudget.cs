using Dockerlint.Semantics.Context;

namespace Dockerlint.Optimizer;

/// <summary>One entry of a budget: what may be rebuilt when only some files or build arguments change.</summary>
/// <param name="Line">Its line in the budget file, from 1.</param>
/// <param name="Change">The files that change, as written; empty for none.</param>
/// <param name="Files">The same as rules; patterns mean what they mean in .dockerignore.</param>
/// <param name="Arguments">Build arguments that change.</param>
public sealed record CacheBudget(int Line, IReadOnlyList<string> Change, IgnoreRules Files, IReadOnlyList<string> Arguments)
{
    /// <summary>Its column in the budget file, from 1.</summary>
    public int Column { get; init; } = 1;

    /// <summary>Its name; null when it has none.</summary>
    public string? Name { get; init; }

    /// <summary>Steps up to this line must be reused; null for no such limit.</summary>
    public int? KeepLine { get; init; }

    /// <summary>Steps of this stage must be reused; null for no such limit.</summary>
    public string? KeepStage { get; init; }

    /// <summary>The step that contains this text, and those above it in its stage, must be reused; null for no such limit.</summary>
    public string? KeepText { get; init; }

    /// <summary>How many steps may be rebuilt; null for no such limit.</summary>
    public int? MostSteps { get; init; }

    /// <summary>How many seconds the rebuilt steps may take together; null for no such limit.</summary>
    public double? MostSeconds { get; init; }

    /// <summary>What changes, in words.</summary>
    public string Shown => string.Join(" and ", ((string[])[.. Change, .. Arguments.Select(argument => "ARG " + argument)]));
}
