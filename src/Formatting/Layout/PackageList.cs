using System.Collections.Frozen;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Formatting;

/// <summary>Where the packages of an installing command begin among its words.</summary>
internal static class PackageList
{
    // What installs or removes a list of names. What is wrong here costs a line end, nothing else.
    private static readonly FrozenDictionary<string, string[]> s_verbs = new Dictionary<string, string[]>
    {
        ["apt-get"] = ["install", "remove", "purge", "build-dep"],
        ["apt"] = ["install", "remove", "purge"],
        ["aptitude"] = ["install", "remove", "purge"],
        ["apk"] = ["add", "del"],
        ["dnf"] = ["install", "remove", "erase"],
        ["microdnf"] = ["install", "remove"],
        ["tdnf"] = ["install", "remove", "erase"],
        ["yum"] = ["install", "remove", "erase"],
        ["zypper"] = ["install", "in", "remove", "rm"],
        ["pip"] = ["install", "uninstall"],
        ["pip2"] = ["install", "uninstall"],
        ["pip3"] = ["install", "uninstall"],
        ["npm"] = ["install", "i", "add"],
        ["pnpm"] = ["install", "i", "add"],
        ["yarn"] = ["add"],
        ["gem"] = ["install"],
        ["cargo"] = ["install"],
        ["conda"] = ["install", "create"],
        ["mamba"] = ["install", "create"],
        ["pecl"] = ["install"],
        ["pacman"] = ["-S", "-Sy", "-Syu", "-Syyu"],
        ["choco"] = ["install"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_whole = FrozenSet.ToFrozenSet(["docker-php-ext-install", "docker-php-ext-enable", "install-php-extensions", "install_packages"]);

    private static readonly FrozenSet<string> s_withValue = FrozenSet.ToFrozenSet(
    [
        "-t", "--target-release", "--default-release", "--virtual", "-X", "--repository", "-r", "--requirement", "-c", "--constraint", "--channel",
        "-i", "--index-url", "--extra-index-url", "-f", "--find-links", "-o", "--option", "--trusted-host", "-n", "--name", "--setopt", "--version",
        "-v", "-e", "--editable", "--root", "-p", "--prefix", "--target",
    ]);

    /// <summary>The index of the first word behind the verb, or -1 when the command installs nothing.</summary>
    internal static int Start(IReadOnlyList<ShellWord> words)
    {
        var index = 0;
        while (index < words.Count && words[index].LiteralValue is "sudo" or "exec" or "eatmydata" or "-m" or "python" or "python3" or "uv")
        {
            index++;
        }

        if (index >= words.Count || words[index].LiteralValue is not { } path)
        {
            return -1;
        }

        var program = path[(path.LastIndexOf('/') + 1)..];
        if (s_whole.Contains(program))
        {
            return index + 1;
        }

        if (!s_verbs.TryGetValue(program, out var verbs))
        {
            return -1;
        }

        for (index++; index < words.Count; index++)
        {
            var word = words[index].LiteralValue;
            if (word is not null && verbs.Contains(word))
            {
                return index + 1;
            }

            if (TakesValue(words[index]))
            {
                index++;
            }
            else if (word is not ("global" or ['-', ..]))
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>Whether the word is an option, maybe one with a value behind an equals sign.</summary>
    internal static bool IsOption(ShellWord word) => word.Parts is [Literal { Text: ['-', ..] }, ..];

    /// <summary>Whether the next word belongs to this one.</summary>
    internal static bool TakesValue(ShellWord word) => word.LiteralValue is { } text && s_withValue.Contains(text);
}
