namespace Dockerlint.Syntax.Shell;

/// <summary>What ends a list item.</summary>
public enum ShellSeparator
{
    /// <summary>The end of the script or of the enclosing construct.</summary>
    None,

    /// <summary>A semicolon: runs before the next one.</summary>
    Semicolon,

    /// <summary>An ampersand: runs in the background.</summary>
    Background,

    /// <summary>A line feed.</summary>
    Newline,
}
