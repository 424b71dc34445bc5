namespace Dockerlint.Formatting;

/// <summary>The kinds of pieces a layout consists of.</summary>
internal enum LayoutTokenKind
{
    /// <summary>Characters that stay as they are.</summary>
    Text,

    /// <summary>A line end if its group is broken.</summary>
    Break,

    /// <summary>A line end if its group is broken and what follows does not fit on the line.</summary>
    Fill,

    /// <summary>The start of pieces that stand on one line or are broken together.</summary>
    GroupStart,

    /// <summary>The end of a group.</summary>
    GroupEnd,

    /// <summary>From here on broken lines of the group are indented further.</summary>
    IndentStart,

    /// <summary>The end of that.</summary>
    IndentEnd,
}
