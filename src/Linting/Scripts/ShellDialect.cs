namespace Dockerlint.Linting.Scripts;

/// <summary>How ShellCheck has to read a script.</summary>
/// <param name="Name">The shell it is told.</param>
/// <param name="IsPortability">Whether findings on what POSIX leaves open (SC3xxx) count: not where the shell behind /bin/sh is not
/// known.</param>
/// <param name="IsBusybox">Whether the shell is that of BusyBox, which knows more than the dash that ShellCheck takes it for.</param>
public sealed record ShellDialect(string Name, bool IsPortability = true, bool IsBusybox = false)
{
    /// <summary>Whether a finding is one about this shell.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="script">The script.</param>
    /// <param name="start">Where in the script it begins.</param>
    /// <param name="length">How long that is.</param>
    public bool Accepts(int code, string script, int start, int length) => code is < 3000 or > 3999
        || (IsPortability && !(IsBusybox && BusyboxAsh.Has(code, script, start, length)));

    /// <summary>The dialect of a shell by its path or name; null for one ShellCheck does not know.</summary>
    public static ShellDialect? Of(string shell)
    {
        var name = shell[(shell.LastIndexOfAny(['/', '\\']) + 1)..].ToLowerInvariant();
        return (name.EndsWith(".exe", StringComparison.Ordinal) ? name[..^4] : name) switch
        {
            "sh" => new ShellDialect("sh"),
            "bash" => new ShellDialect("bash"),
            "dash" => new ShellDialect("dash"),
            "ash" or "busybox" => new ShellDialect("dash", IsBusybox: true),
            "ksh" or "mksh" or "ksh93" => new ShellDialect("ksh"),
            _ => null,
        };
    }
}
