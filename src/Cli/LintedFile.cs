using Dockerlint.Linting;
using Dockerlint.Reporting;

namespace Dockerlint.Cli;

/// <summary>What became of one file of a run.</summary>
internal sealed record LintedFile
{
    /// <summary>Its findings; null when it could not be linted or is being fixed.</summary>
    internal FileResult? File { get; init; }

    /// <summary>The scripts beside it that were checked with it.</summary>
    internal IReadOnlyList<FileResult> Scripts { get; init; } = [];

    /// <summary>What fixing it came to; null when nothing is to be fixed.</summary>
    internal FixProposal? Proposal { get; init; }

    /// <summary>Whether it was found and is none of those to lint.</summary>
    internal bool IsLeftOut { get; init; }

    /// <summary>What went wrong.</summary>
    internal IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>What is worth a word and is no failure.</summary>
    internal IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>The least severity that makes the exit code 1.</summary>
    internal Severity Threshold { get; init; } = Severity.Info;

    internal static LintedFile Failed(string problem) => new() { Problems = [problem] };
}
