using static Dockerlint.Commands.Does;

namespace Dockerlint.Commands;

/// <summary>Servers that know users of their own: they start as root and become somebody else, or are told whom to become.</summary>
public static class DaemonTools
{
    /// <summary>
    /// Those whose configuration, or whose maker, names the user that they work as: web, mail and name servers, servers of files and
    /// logins, and what starts other programs.
    /// </summary>
    public static ToolSpec Switching => field ?? Keep(ref field, new("nginx", "-g= -c= -p= -D -F -f= -d -n")
    {
        TakesAnyOption = true,
        GivesUpRoot = true,
    });

    /// <summary>Those that become whom <c>-u</c> or <c>--user</c> names.</summary>
    public static ToolSpec Told => field ?? Keep(ref field, new("memcached", "-u|--user|--uid|-U=@user")
    {
        TakesAnyOption = true,
    });
}
