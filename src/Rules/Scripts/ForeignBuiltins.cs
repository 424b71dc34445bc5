namespace Dockerlint.Rules;

/// <summary>Commands that are built into bash and are unknown to smaller shells.</summary>
internal static class ForeignBuiltins
{
    private static readonly HashSet<string> s_names = new(StringComparer.Ordinal)
    {
        "caller", "compgen", "complete", "compopt", "declare", "dirs", "disown", "enable", "help", "logout", "mapfile",
        "popd", "pushd", "readarray", "shopt", "suspend", "typeset",
    };

    /// <summary>Whether it is one of them.</summary>
    internal static bool Contains(string name) => s_names.Contains(name);
}
