namespace Dockerlint.Cli;

/// <summary>What the process returns.</summary>
internal static class ExitCode
{
    internal const int Clean = 0;
    internal const int Findings = 1;
    internal const int BadInput = 2;
    internal const int InternalError = 3;
}
