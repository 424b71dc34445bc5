using System.Collections.Immutable;

namespace Dockerlint.Commands;

/// <summary>
/// The short notation of option tables. Options are separated by blanks, their names by bars. Behind the last name: <c>=</c> takes a
/// value, <c>?</c> takes one in the same word only, <c>~</c> one there or the next word if that is no option, <c>#</c> a number there or
/// in the next word, <c>==</c> takes two, <c>+</c> takes words up to the next option, <c>...</c> takes
/// all that follow; then <c>@role</c>.
/// </summary>
internal static class Notation
{
    internal static ImmutableArray<string> Names(string text) => [.. text.Split('|')];

    internal static IEnumerable<OptionSpec> Options(string text)
    {
        foreach (var entry in text.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            var at = entry.IndexOf('@', StringComparison.Ordinal);
            var (names, role) = at > 0 && at + 1 < entry.Length ? (entry[..at], Role(entry[(at + 1)..])) : (entry, OptionRole.None);
            var (length, value) = names switch
            {
                [.., '=', '='] => (2, OptionValue.Two),
                [.., '='] => (1, OptionValue.Required),
                [.., '?'] when names.Length > 2 => (1, OptionValue.Optional),
                [.., '.', '.', '.'] => (3, OptionValue.Rest),
                [.., '#'] when names.Length > 2 => (1, OptionValue.Number),
                [.., '~'] => (1, OptionValue.Placed),
                [.., '+'] when names.Length > 2 => (1, OptionValue.UntilOption),
                _ => (0, OptionValue.None),
            };
            yield return new OptionSpec(Names(names[..^length]), value, role);
        }
    }

    private static OptionRole Role(string text) => text switch
    {
        "yes" => OptionRole.Yes,
        "dry" => OptionRole.DryRun,
        "insecure" => OptionRole.Insecure,
        "unsigned" => OptionRole.Unsigned,
        "output" => OptionRole.Output,
        "folder" => OptionRole.Folder,
        "manifest" => OptionRole.Manifest,
        "constraint" => OptionRole.Constraint,
        "locked" => OptionRole.Locked,
        "unlocked" => OptionRole.Unlocked,
        "hashes" => OptionRole.Hashes,
        "global" => OptionRole.Global,
        "nocache" => OptionRole.NoCache,
        "cache" => OptionRole.CacheFolder,
        "login" => OptionRole.Login,
        "secret" => OptionRole.Secret,
        "user" => OptionRole.User,
        "offline" => OptionRole.Offline,
        "address" => OptionRole.Address,
        "version" => OptionRole.Version,
        "editable" => OptionRole.Editable,
        "noproject" => OptionRole.NoProject,
        "recursive" => OptionRole.Recursive,
        "force" => OptionRole.Force,
        "quiet" => OptionRole.Quiet,
        "fail" => OptionRole.Fail,
        "remotename" => OptionRole.RemoteName,
        "text" => OptionRole.Text,
        "upgrade" => OptionRole.Upgrade,
        "header" => OptionRole.Header,
        "data" => OptionRole.Data,
        "norecommends" => OptionRole.NoRecommends,
        "dev" => OptionRole.Development,
        "target" => OptionRole.Target,
        "source" => OptionRole.Source,
        "unset" => OptionRole.Unset,
        "clear" => OptionRole.Clear,
        "split" => OptionRole.Split,
        "replace" => OptionRole.Replace,
        "mode" => OptionRole.Mode,
        "system" => OptionRole.System,
        "shell" => OptionRole.Shell,
        "packagename" => OptionRole.PackageName,
        "project" => OptionRole.Project,
        _ => throw new ArgumentException($"no role '{text}'", nameof(text)),
    };
}
