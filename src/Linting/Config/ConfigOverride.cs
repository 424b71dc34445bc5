using System.Collections.Immutable;

namespace Dockerlint.Linting.Config;

/// <summary>What a configuration says of some files only.</summary>
/// <param name="Paths">Patterns of paths relative to the folder of the configuration, as in a .gitignore.</param>
/// <param name="Layer">What holds for them.</param>
public sealed record ConfigOverride(ImmutableArray<Setting<string>> Paths, ConfigLayer Layer);
