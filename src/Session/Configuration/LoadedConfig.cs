using Dockerlint.Linting.Config;

namespace Dockerlint.Session;

/// <summary>The layers that a configuration file stands for.</summary>
/// <param name="Path">The file; null when there is none.</param>
/// <param name="Layers">What it extends and itself, weakest first.</param>
/// <param name="Errors">What is wrong in them; then the layers must not be used.</param>
public sealed record LoadedConfig(string? Path, IReadOnlyList<ConfigLayer> Layers, IReadOnlyList<ConfigError> Errors)
{
    /// <summary>No file.</summary>
    public static LoadedConfig None { get; } = new(null, [], []);
}
