namespace Dockerlint.Commands;

/// <summary>Whose packages a tool installs or removes.</summary>
public enum PackageKind
{
    /// <summary>No packages.</summary>
    None,

    /// <summary>The distribution's.</summary>
    System,

    /// <summary>Python's.</summary>
    Python,

    /// <summary>JavaScript's.</summary>
    Node,

    /// <summary>Ruby's.</summary>
    Ruby,

    /// <summary>PHP's.</summary>
    Php,

    /// <summary>Go's.</summary>
    Go,

    /// <summary>Rust's.</summary>
    Rust,

    /// <summary>Of the Java machine.</summary>
    Java,

    /// <summary>Of .NET.</summary>
    DotNet,

    /// <summary>Elixir's and Erlang's.</summary>
    Elixir,

    /// <summary>Dart's.</summary>
    Dart,

    /// <summary>Swift's.</summary>
    Swift,

    /// <summary>Haskell's.</summary>
    Haskell,

    /// <summary>Lua's.</summary>
    Lua,

    /// <summary>Perl's.</summary>
    Perl,

    /// <summary>R's.</summary>
    R,

    /// <summary>Conda's, of any language.</summary>
    Conda,

    /// <summary>Of Windows: Chocolatey, winget, PowerShell's gallery, features of the system.</summary>
    Windows,

    /// <summary>OCaml's.</summary>
    OCaml,

    /// <summary>Plugins and parts that a tool installs for itself.</summary>
    Other,
}
