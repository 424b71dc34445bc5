namespace Dockerlint.Commands;

/// <summary>How the words of a tool are told apart.</summary>
public enum ToolStyle
{
    /// <summary>As getopt does: one dash with letters, two dashes with a name.</summary>
    Clusters,

    /// <summary>One dash begins a whole name too: gcc, java, find, openssl.</summary>
    Words,

    /// <summary>One dash or two begin a whole name, and nothing but a name.</summary>
    Go,

    /// <summary>One dash begins a name of any case, which may be cut short; a colon or the next word gives its value.</summary>
    PowerShell,

    /// <summary>A slash begins an option, in any case; a dash may do as well.</summary>
    Slash,
}
