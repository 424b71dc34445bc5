using Dockerlint.Linting;
using Dockerlint.Linting.Config;

namespace Dockerlint.Session;

/// <summary>A linter with the configuration it was made of.</summary>
/// <param name="Config">The configuration.</param>
/// <param name="Linter">The linter.</param>
public sealed record ConfiguredLinter(ResolvedConfig Config, Linter Linter);
