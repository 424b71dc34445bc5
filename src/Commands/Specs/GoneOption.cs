using System.Collections.Immutable;

namespace Dockerlint.Commands;

/// <summary>Options that newer versions of a tool no longer have.</summary>
/// <param name="Names">Their best known names.</param>
/// <param name="Since">The first version without them, with the name of the tool.</param>
/// <param name="Instead">What to write in their place; a star stands for the name without dashes.</param>
public sealed record GoneOption(ImmutableArray<string> Names, string Since, string Instead);
