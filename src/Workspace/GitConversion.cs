namespace Dockerlint.Workspace;

/// <summary>What git does to a file between the repository and the work tree.</summary>
internal enum GitConversion
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It may end lines as Windows does.</summary>
    LineEnds,

    /// <summary>More than that: a program of the settings changes it, keywords are put in, or it has another encoding.</summary>
    Program,
}
