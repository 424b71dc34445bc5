using Dockerlint.Linting;

namespace Dockerlint.Tests;

/// <summary>A file before it is formatted, for the documentation and for the tests.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Before">The file.</param>
internal sealed record FormatExample(string Title, string Before)
{
    /// <summary>What is to be said of it.</summary>
    internal string Note { get; init; } = "";

    /// <summary>Options that are not the default, as they stand in the configuration.</summary>
    internal string Options { get; init; } = "";

    /// <summary>The style.</summary>
    internal FormatStyle Style { get; init; } = FormatStyle.Default;

    /// <summary>Whether the cache keys are kept.</summary>
    internal bool KeepsKeys { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Title;
}
