namespace Dockerlint.Linting.Scripts;

/// <summary>A file of the build context that an instruction runs.</summary>
/// <param name="Path">Where it lies in the context, with slashes.</param>
/// <param name="Shell">The shell that is called with it, or what /bin/sh is there; null where only the file can tell.</param>
public sealed record CopiedScript(string Path, ShellDialect? Shell);
