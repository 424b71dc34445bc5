using System.CommandLine;
using System.CommandLine.Parsing;
using Dockerlint.Text;
using Dockerlint.Workspace;

namespace Dockerlint.Cli;

/// <summary>Says what is wrong with a command line, and what may have been meant.</summary>
internal static class UsageErrors
{
    internal static int Report(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var unknown = parsed.UnmatchedTokens;
        // What follows an unknown word belongs to it.
        foreach (var token in unknown.Where(token => token.StartsWith('-')).DefaultIfEmpty(unknown.Count > 0 ? unknown[0] : ""))
        {
            if (token.Length > 0)
            {
                Problems.Tell(token.StartsWith('-') ? UnknownOption(command, token) : UnknownWord(command, token));
            }
        }

        if (unknown.Count == 0 && command is { Subcommands.Count: > 0, Action: null })
        {
            Problems.Tell($"{HelpPage.PathOf(command)} needs one of {string.Join(", ", command.Subcommands.Select(sub => sub.Name))}");
        }
        else if (unknown.Count == 0)
        {
            foreach (var message in parsed.Errors.Select(error => error.Message).Distinct(StringComparer.Ordinal))
            {
                Problems.Tell(message);
            }
        }

        Console.Error.WriteLine($"Try '{HelpPage.PathOf(command)} --help'.");
        return ExitCode.BadInput;
    }

    /// <summary>What to say of an option that a command does not have.</summary>
    internal static string UnknownOption(Command command, string token)
    {
        var names = command.Options.Concat(command.Parents.OfType<RootCommand>().SelectMany(root => root.Options))
            .Select(option => option.Name);
        return $"there is no option {token}{Hint(token, names)}";
    }

    /// <summary>
    /// What begins with a hyphen and is no option is taken for a path, where a typing error would be told as a missing file.
    /// </summary>
    internal static void RefuseUnknownOptions(ArgumentResult result)
    {
        foreach (var token in result.Tokens.Where(token =>
            token.Value.Length > 1 && token.Value[0] == '-' && !DiskPath.Exists(token.Value)))
        {
            result.AddError(UnknownOption(((CommandResult)result.Parent!).Command, token.Value));
        }
    }

    private static string UnknownWord(Command command, string token) => command.Subcommands.Count > 0
        ? $"there is no command {token}{Hint(token, command.Subcommands.Select(sub => sub.Name))}"
        : $"{HelpPage.PathOf(command)} takes no further argument: {token}";

    private static string Hint(string word, IEnumerable<string> names) =>
        Spelling.Nearest(word, names) is { } near ? $", did you mean {near}?" : "";
}
