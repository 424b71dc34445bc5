using System.CommandLine;

namespace Dockerlint.Cli;

/// <summary>Says what is wrong with a command line.</summary>
internal static class UsageErrors
{
    internal static int Report(ParseResult parsed)
    {
        foreach (var error in parsed.Errors)
        {
            Problems.Tell(error.Message);
        }

        Console.Error.WriteLine("Try 'dockerlint --help'.");
        return ExitCode.BadInput;
    }
}
