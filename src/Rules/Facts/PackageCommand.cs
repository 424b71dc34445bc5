using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>A command of a system package manager.</summary>
/// <param name="Manager">The manager: apt, apk, yum or zypper, whatever the program is called.</param>
/// <param name="Action">What it does.</param>
/// <param name="Packages">The package names without versions, as far as they are known, with the index of their word.</param>
internal sealed record PackageCommand(string Manager, PackageAction Action, IReadOnlyList<(string Name, int Word)> Packages)
{
    private static readonly string[] s_withValue =
    [
        "-t", "--target-release", "--default-release", "-o", "--option", "-c", "--config-file", "-a", "-X", "--repository", "-p", "--root",
        "--enablerepo", "--disablerepo", "--repo", "--setopt",
        "--from", "-r", "--releasever", "--installroot", "--virtual",
    ];

    /// <summary>The packages a command names, or null if it is no such command.</summary>
    internal static PackageCommand? Read(CommandUse use)
    {
        var manager = use.Command.Name switch
        {
            "apt-get" or "apt" or "aptitude" => "apt",
            "apk" => "apk",
            "yum" or "dnf" or "microdnf" or "dnf5" => "yum",
            "zypper" => "zypper",
            _ => null,
        };
        if (manager is null)
        {
            return null;
        }

        PackageAction? action = null;
        var packages = new List<(string Name, int Word)>();
        for (var i = 0; i < use.Arguments.Count; i++)
        {
            var word = use.Arguments[i];
            if (word is null)
            {
                continue;
            }

            if (word.StartsWith('-'))
            {
                i += s_withValue.Contains(word) ? 1 : 0;
            }
            else if (action is null)
            {
                action = ActionOf(manager, word);
            }
            else if (word.IndexOfAny([' ', '/', '*']) < 0)
            {
                var end = word.IndexOfAny(['=', '<', '>', '~', '@']);
                packages.Add((end < 0 ? word : word[..end], i));
            }
        }

        return new PackageCommand(manager, action ?? PackageAction.Other, packages);
    }

    private static PackageAction ActionOf(string manager, string word) => (manager, word) switch
    {
        ("apt" or "apk", "update") or ("yum", "makecache") or ("zypper", "refresh" or "ref") => PackageAction.Update,
        ("apt", "install" or "build-dep") or ("apk", "add") or ("yum", "install" or "localinstall" or "groupinstall")
        or ("zypper", "install" or "in") => PackageAction.Install,
        ("apt", "remove" or "purge") or ("apk", "del") or ("yum", "remove" or "erase" or "autoremove") or ("zypper", "remove" or "rm") =>
        PackageAction.Remove,
        _ => PackageAction.Other,
    };
}
