using Dockerlint.Linting;
using Dockerlint.Linting.Config;

namespace Dockerlint.Cli.Config;

/// <summary>A linter with the configuration it was made of.</summary>
/// <param name="Config">The configuration.</param>
/// <param name="Linter">The linter.</param>
internal sealed record ConfiguredLinter(ResolvedConfig Config, Linter Linter);
