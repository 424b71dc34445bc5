namespace Dockerlint.Linting.Config;

/// <summary>What is wrong in a configuration.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">Line, from 1; 0 when the file as a whole is meant.</param>
/// <param name="Column">Column, from 1; 0 when the file as a whole is meant.</param>
/// <param name="Message">What is wrong, without a full stop.</param>
public sealed record ConfigError(string Path, int Line, int Column, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => Line == 0 ? $"{Path}: {Message}" : $"{Path}:{Line}:{Column}: {Message}";
}
