namespace Dockerlint.Workspace;

/// <summary>
/// What every call of git is given, so that a repository can make it run nothing and fetch nothing. A repository says in its
/// settings which programs watch files, convert them, compare them, check signatures and fetch what is missing. The commands used
/// here need none of these; each is switched off all the same.
/// </summary>
/// <remarks>
/// The settings of the user and of the machine stay in force: the safe.directory that allows a repository and the core.excludesFile
/// that belongs to what git ignores may only stand there. None of them changes what the commands used here print.
/// </remarks>
internal static class GitEnvironment
{
    // Where a repository is and whose settings hold may be said by the caller, who is not the repository: git says it to its hooks, and
    // build servers say safe.directory so.
    private static readonly string[] s_kept =
    [
        "GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_QUARANTINE_PATH",
        "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM",
        "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM", "GIT_CONFIG_PARAMETERS", "GIT_CONFIG_COUNT",
    ];

    private static readonly string[] s_keptPrefixes = ["GIT_CONFIG_KEY_", "GIT_CONFIG_VALUE_"];

    private static readonly string[] s_paths = ["GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY"];

    // A name that no remote can have, as nobody can foresee it: only such transports may be used, so none.
    private static readonly string s_noTransport = "none-" + Guid.NewGuid().ToString("N");

    /// <summary>What stands before the command.</summary>
    internal static IReadOnlyList<string> Options { get; } =
    [
        "--no-pager",
        .. Settings(
            "core.fsmonitor=", "core.untrackedCache=false", "core.hooksPath=/dev/null", "core.pager=cat", "core.editor=false",
            "core.askPass=",
            "core.sshCommand=false", "core.alternateRefsCommand=false", "credential.helper=", "protocol.allow=never",
            "diff.external=", "log.showSignature=false", "gpg.program=false", "gpg.openpgp.program=false", "gpg.x509.program=false",
            "gpg.ssh.program=false",
            "submodule.recurse=false", "diff.ignoreSubmodules=all", "gc.auto=0", "maintenance.auto=false",
            "safe.bareRepository=explicit"),
    ];

    /// <summary>Whether the caller names the repository; without that only one with a work tree around it is looked for.</summary>
    internal static bool NamesRepository => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("GIT_DIR"));

    /// <summary>Whether the caller names the work tree.</summary>
    internal static bool NamesWorkTree => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("GIT_WORK_TREE"));

    /// <summary>Sets the variables of a call.</summary>
    /// <param name="variables">Those of this process, to be changed.</param>
    /// <param name="isElsewhere">Whether git starts in another folder than this process, for which relative paths hold.</param>
    internal static void Apply(IDictionary<string, string?> variables, bool isElsewhere)
    {
        foreach (var name in variables.Keys.ToList())
        {
            var upper = OperatingSystem.IsWindows() ? name.ToUpperInvariant() : name;
            if (upper.StartsWith("GIT_", StringComparison.Ordinal) && !s_kept.Contains(upper)
                && !s_keptPrefixes.Any(prefix => upper.StartsWith(prefix, StringComparison.Ordinal)))
            {
                variables.Remove(name);
            }
        }

        if (isElsewhere)
        {
            if (NamesRepository && !variables.ContainsKey("GIT_WORK_TREE"))
            {
                variables["GIT_WORK_TREE"] = ".";
            }

            foreach (var name in s_paths)
            {
                if (variables.TryGetValue(name, out var path) && !string.IsNullOrEmpty(path))
                {
                    variables[name] = Path.GetFullPath(path);
                }
            }
        }

        variables["GIT_OPTIONAL_LOCKS"] = "0";
        variables["GIT_NO_LAZY_FETCH"] = "1"; // younger than some versions in use
        variables["GIT_ALLOW_PROTOCOL"] = s_noTransport;
        variables["GIT_NO_REPLACE_OBJECTS"] = "1"; // a content is known by its name, so it must have none but its own
        variables["GIT_TERMINAL_PROMPT"] = "0";
        variables["GIT_PAGER"] = "cat";
        variables["GIT_TRACE2"] = "0";
        variables["GIT_TRACE2_EVENT"] = "0";
        variables["GIT_TRACE2_PERF"] = "0";
        variables["LC_ALL"] = "C";
        variables.Remove("LANGUAGE");
        variables.Remove("SSH_ASKPASS");
    }

    private static IEnumerable<string> Settings(params IEnumerable<string> settings) =>
        settings.SelectMany(setting => (string[])["-c", setting]);
}
