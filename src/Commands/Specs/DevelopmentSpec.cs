using System.Collections.Immutable;

namespace Dockerlint.Commands;

/// <summary>How an installation leaves out what is for development only.</summary>
/// <param name="Option">The option that does it.</param>
/// <param name="Unless">The names of options that say what is installed, that one included.</param>
public sealed record DevelopmentSpec(string Option, ImmutableArray<string> Unless)
{
    /// <summary>Variables of which one does it, with the values that do.</summary>
    public ImmutableArray<(string Name, ImmutableArray<string> Values)> Variables { get; init; } = [];
}
