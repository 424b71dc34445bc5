using Dockerlint.Linting;

namespace Dockerlint.Cli;

/// <summary>What the command line asks to be fixed.</summary>
/// <param name="Selection">Which fixes.</param>
/// <param name="IsDryRun">Whether they are only shown, as a diff.</param>
internal sealed record FixRequest(FixSelection Selection, bool IsDryRun);
