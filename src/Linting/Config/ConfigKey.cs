namespace Dockerlint.Linting.Config;

/// <summary>A key of the configuration file: the reader, the JSON Schema and the documentation are made from it.</summary>
/// <param name="Name">The key.</param>
/// <param name="Summary">What it says, in one sentence.</param>
/// <param name="Shape">What its value looks like.</param>
/// <param name="Apply">Adds the value to a layer.</param>
internal sealed record ConfigKey(
    string Name, string Summary, ConfigShape Shape, Func<ConfigLayer, ConfigNode, ConfigReading, ConfigLayer> Apply)
{
    /// <summary>Whether it may stand in an override: it speaks of single files, not of the run.</summary>
    internal bool IsPerFile { get; init; } = true;
}
