namespace Dockerlint.Rules;

/// <summary>hadolint's judgements on pip.</summary>
internal static class HadolintPip
{
    private static readonly string[] s_flagsWithValue =
    [
        "abi", "b", "build", "e", "editable", "extra-index-url", "f", "find-links", "i", "index-url", "implementation", "no-binary",
        "only-binary",
        "platform", "prefix", "progress-bar", "proxy", "python", "python-version", "root", "root-user-action", "src", "t", "target",
        "trusted-host",
        "upgrade-strategy",
    ];

    private static readonly string[] s_operators = ["==", ">=", "<=", ">", "<", "!=", "~=", "==="];
    private static readonly string[] s_vcs = ["git+", "hg+", "svn+", "bzr+"];

    /// <summary>Whether the command installs Python packages.</summary>
    internal static bool IsInstall(HadolintCommand command) =>
        (command.Name.StartsWith("pip", StringComparison.Ordinal) && !command.Name.StartsWith("pipenv", StringComparison.Ordinal)
            && command.HasAny("install"))
        || (command.Name.StartsWith("python", StringComparison.Ordinal) && Follows(command, "-m", "pip", "install"));

    /// <summary>Whether it is pipx, which has no cache option.</summary>
    internal static bool IsOtherTool(HadolintCommand command) => command.Name.StartsWith("pipx", StringComparison.Ordinal);

    /// <summary>Whether everything the command installs has a version.</summary>
    internal static bool IsPinned(HadolintCommand command) =>
        command.HasAnyFlag("c", "constraint") || command.HasAny("-r", "--requirement", ".")
        || command.Operands(s_flagsWithValue).SkipWhile(word => word != "install").Skip(1).All(IsPinned);

    private static bool IsPinned(string package)
    {
        if (s_operators.Any(sign => package.Contains(sign, StringComparison.Ordinal)) || package.EndsWith(".whl", StringComparison.Ordinal)
            || package.EndsWith(".tar.gz", StringComparison.Ordinal))
        {
            return true;
        }

        return s_vcs.Any(scheme => package.StartsWith(scheme, StringComparison.Ordinal))
            ? package.Contains('@', StringComparison.Ordinal)
            : package.Contains('/', StringComparison.Ordinal);
    }

    private static bool Follows(HadolintCommand command, params string[] words)
    {
        for (var i = 0; i + words.Length <= command.Arguments.Length; i++)
        {
            if (command.Arguments.Skip(i).Take(words.Length).SequenceEqual(words))
            {
                return true;
            }
        }

        return false;
    }
}
