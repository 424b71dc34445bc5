namespace Dockerlint.Linting.Config;

/// <summary>Where a value comes from.</summary>
/// <param name="Source">A file, an environment variable, or a flag.</param>
/// <param name="Line">Line in the file, from 1; 0 where there are no lines.</param>
/// <param name="Column">Column in the file, from 1; 0 where there are no lines.</param>
public sealed record ConfigOrigin(string Source, int Line = 0, int Column = 0)
{
    /// <inheritdoc/>
    public override string ToString() => Line == 0 ? Source : $"{Source}:{Line}";
}
