using System.CommandLine;

namespace Dockerlint.Cli;

/// <summary>
/// Options of lint, check and fix that the environment may give: <c>DOCKERLINT_PROFILE</c> is <c>--profile</c>. What the command line
/// says itself comes first.
/// </summary>
internal static class EnvironmentOptions
{
    private const string Prefix = "DOCKERLINT_";

    /// <summary>The options that have a variable, in the order of the documentation.</summary>
    internal static IReadOnlyList<string> Names { get; } =
    [
        "--config", "--profile", "--failure-threshold", "--min-confidence", "--shellcheck", "--select", "--ignore", "--format", "--output",
        "--trusted-registry", "--require-label", "--strict-labels", "--no-fail", "--baseline", "--context", "--jobs", "--color",
    ];

    private static readonly string[] s_commands = ["lint", "check", "fix"];
    private static readonly string[] s_true = ["1", "true", "yes", "on"];

    /// <summary>The variable of an option.</summary>
    internal static string VariableOf(string option) => Prefix + option.TrimStart('-').Replace('-', '_').ToUpperInvariant();

    /// <summary>The arguments with the options that only the environment gives, right behind the command.</summary>
    /// <param name="root">The commands there are.</param>
    /// <param name="arguments">The arguments, a command first.</param>
    /// <param name="variable">The value of a variable; null when it is not set.</param>
    internal static string[] Complete(RootCommand root, string[] arguments, Func<string, string?> variable)
    {
        if (arguments is not [var name, ..] || !s_commands.Contains(name)
            || root.Subcommands.FirstOrDefault(command => command.Name == name) is not { } known)
        {
            return arguments;
        }

        var given = new List<string>();
        foreach (var option in Names)
        {
            if (variable(VariableOf(option)) is not { Length: > 0 } value
                || known.Options.Concat(root.Options).FirstOrDefault(one => one.Name == option) is not { } spec
                || arguments.Skip(1).TakeWhile(word => word != "--").Any(word => IsFor(word, spec)))
            {
                continue;
            }

            if (spec is Option<bool>)
            {
                given.AddRange(s_true.Contains(value.ToLowerInvariant()) ? [option] : []);
            }
            else
            {
                given.Add($"{option}={value}");
            }
        }

        return given.Count == 0 ? arguments : [name, .. given, .. arguments[1..]];
    }

    private static bool IsFor(string word, Option option) => option.Aliases.Append(option.Name).Any(alias =>
        word == alias || word.StartsWith(alias + "=", StringComparison.Ordinal)
        || (alias.Length == 2 && word.Length > 2 && word.StartsWith(alias, StringComparison.Ordinal)));
}
