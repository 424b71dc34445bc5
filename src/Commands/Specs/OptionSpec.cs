using System.Collections.Immutable;

namespace Dockerlint.Commands;

/// <summary>An option as a manual describes it.</summary>
/// <param name="Names">All its names with their dashes, the best known first.</param>
/// <param name="Value">What it takes.</param>
/// <param name="Role">What it is for.</param>
public sealed record OptionSpec(ImmutableArray<string> Names, OptionValue Value, OptionRole Role)
{
    /// <summary>The best known name.</summary>
    public string Name => Names[0];
}
