using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Dockerlint.Verification;

/// <summary>What a command in a container of the image is expected to do.</summary>
/// <param name="Name">Its name for people.</param>
/// <param name="Command">The program and its arguments.</param>
public sealed record CommandExpectation(string Name, ImmutableArray<string> Command) : Expectation(Name)
{
    /// <summary>Commands before it, each in a container that leaves its files to the next.</summary>
    public ImmutableArray<ImmutableArray<string>> Setup { get; init; } = [];

    /// <summary>Commands behind it.</summary>
    public ImmutableArray<ImmutableArray<string>> Teardown { get; init; } = [];

    /// <summary>Environment variables, each <c>K=V</c>; <c>$X</c> stands for what the image has.</summary>
    public ImmutableArray<string> Environment { get; init; } = [];

    /// <summary>The user; null for that of the image.</summary>
    public string? User { get; init; }

    /// <summary>Capabilities beyond those of <c>docker run</c>.</summary>
    public ImmutableArray<string> Capabilities { get; init; } = [];

    /// <summary>The code it has to end with.</summary>
    public int ExitCode { get; init; }

    /// <summary>What standard output has to match.</summary>
    public ImmutableArray<Regex> Output { get; init; } = [];

    /// <summary>What standard output may not match.</summary>
    public ImmutableArray<Regex> LacksOutput { get; init; } = [];

    /// <summary>What standard error has to match.</summary>
    public ImmutableArray<Regex> Error { get; init; } = [];

    /// <summary>What standard error may not match.</summary>
    public ImmutableArray<Regex> LacksError { get; init; } = [];
}
