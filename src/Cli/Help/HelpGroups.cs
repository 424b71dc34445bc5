using System.CommandLine;
using System.CommandLine.Help;

namespace Dockerlint.Cli;

/// <summary>Sorts the options of a command under headings; only <c>lint</c> has so many that it needs more than one.</summary>
internal static class HelpGroups
{
    private static readonly (string Title, string[] Names)[] s_lint =
    [
        ("Output", ["--format", "--output", "--statistics", "--color", "--no-color", "--file-path-in-report", "--verbose", "--timings"]),
        ("Files", ["--files-from", "--shard", "--jobs", "--no-gitignore", "--context", "--allow-outside"]),
        ("Rules and configuration",
        [
            "--config", "--profile", "--min-confidence", "--select", "--ignore", "--error", "--warning", "--info", "--style", "--shellcheck",
            "--trusted-registry",
            "--require-label", "--strict-labels", "--disable-ignore-pragma", "--explain",
        ]),
        ("Exit code", ["--failure-threshold", "--no-fail"]),
        ("Only what is new", ["--baseline", "--write-baseline", "--changed-since"]),
        ("Fixes", ["--fix", "--unsafe-fixes", "--fix-only", "--diff"]),
    ];

    /// <summary>The headings with their options. What no heading names comes last, under "Options".</summary>
    internal static IEnumerable<(string Title, IReadOnlyList<Option> Options)> Of(Command command)
    {
        // Options of the root hold for all commands; its help comes last.
        var shared = command.Parents.OfType<RootCommand>()
            .Concat(command.Parents.SelectMany(parent => parent.Parents).OfType<RootCommand>())
            .SelectMany(root => root.Options).Where(option => option.Recursive && option is not HelpOption);
        var rest = command.Options.Where(option => !option.Hidden).Concat(shared).ToList();
        foreach (var (title, names) in command.Name is "lint" or "check" or "fix" ? s_lint : [])
        {
            var options = names.Select(name => rest.SingleOrDefault(option => option.Name == name)).OfType<Option>().ToList();
            rest.RemoveAll(options.Contains);
            yield return (title, options);
        }

        rest.AddRange(command.Parents.OfType<RootCommand>().SelectMany(root => root.Options).Where(option => option is HelpOption));
        yield return (rest.All(option => option is HelpOption) && command.Name is "lint" or "check" or "fix" ? "Other" : "Options", rest);
    }
}
