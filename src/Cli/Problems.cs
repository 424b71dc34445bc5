using Dockerlint.Reporting;
using Dockerlint.Text;

namespace Dockerlint.Cli;

/// <summary>Tells on standard error what is in the way. Names of files may hold anything and are made safe for a terminal.</summary>
internal static class Problems
{
    internal static void Tell(string message) => Console.Error.WriteLine(LogLine.Disarm($"dockerlint: {VisibleText.Escape(message)}"));
}
