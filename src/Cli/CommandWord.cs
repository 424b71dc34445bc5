using System.CommandLine;
using Dockerlint.Text;
using Dockerlint.Workspace;

namespace Dockerlint.Cli;

/// <summary>Lets <c>lint</c> be left out, so that a command line of hadolint works with the name of the program changed.</summary>
internal static class CommandWord
{
    /// <summary>The arguments with the command that they mean.</summary>
    /// <param name="root">The commands there are.</param>
    /// <param name="arguments">The arguments as given.</param>
    internal static string[] Complete(RootCommand root, string[] arguments) => arguments switch
    {
        [] => ["lint"],
        ["-v"] or ["version"] => ["--version"],
        ["watch", .. var rest] when !DiskPath.Exists("watch") => ["lint", "--watch", .. rest],
        ["help", .. var rest] when root.Subcommands.Any(command => rest.Length == 0 || command.Name == rest[0]) => [.. rest, "--help"],
        [var first, ..] => IsCommand(root, first) ? arguments : ["lint", .. arguments],
    };

    // A single word that is no file and nearly the name of a command was meant to be one.
    private static bool IsCommand(RootCommand root, string word)
    {
        var names = root.Subcommands.Select(command => command.Name).ToList();
        return names.Contains(word) || word is "--help" or "-h" or "-?" or "--version" || word.StartsWith('[')
            || (word.All(char.IsAsciiLetter) && Spelling.Nearest(word, names) is not null && !DiskPath.Exists(word));
    }
}
