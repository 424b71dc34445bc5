using Dockerlint.Formatting;
using Dockerlint.Text;

namespace Dockerlint.Cli;

/// <summary>What formatting a file in memory came to, or what was in the way.</summary>
/// <param name="Problems">What is told on standard error and makes the exit code 2.</param>
internal sealed record FormattedFile(IReadOnlyList<string> Problems)
{
    /// <summary>The file under the path that is shown; null when there is none.</summary>
    internal SourceText? Source { get; init; }

    /// <summary>The result; null when there is none.</summary>
    internal FormatResult? Result { get; init; }

    /// <summary>What is told and is no failure.</summary>
    internal string? Notice { get; init; }

    /// <summary>A bug of ours, as it is told; null when there was none.</summary>
    internal string? Bug { get; init; }
}
