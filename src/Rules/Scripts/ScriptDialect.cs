namespace Dockerlint.Rules;

/// <summary>The shells that scripts are checked for.</summary>
internal enum ScriptDialect
{
    /// <summary>What POSIX says, and nothing more.</summary>
    Sh,

    /// <summary>Debian's shell.</summary>
    Dash,

    /// <summary>Alpine's shell.</summary>
    Busybox,

    /// <summary>GNU's shell.</summary>
    Bash,

    /// <summary>The Korn shell.</summary>
    Ksh,
}
