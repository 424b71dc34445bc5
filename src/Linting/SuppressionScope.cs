namespace Dockerlint.Linting;

/// <summary>How far a suppression comment reaches.</summary>
public enum SuppressionScope
{
    /// <summary>What begins on the line behind the comment.</summary>
    NextLine,

    /// <summary>The stage whose FROM comes next.</summary>
    Stage,

    /// <summary>The whole file.</summary>
    File,
}
