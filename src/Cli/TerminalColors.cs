namespace Dockerlint.Cli;

/// <summary>
/// Whether standard output shows colours: a terminal that is not dumb, and no <c>NO_COLOR</c> (see https://no-color.org).
/// </summary>
internal static class TerminalColors
{
    internal static bool AreWanted() => !Console.IsOutputRedirected
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") != "dumb";
}
