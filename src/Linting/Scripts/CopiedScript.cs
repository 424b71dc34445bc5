namespace Dockerlint.Linting.Scripts;

/// <summary>A file of the build context that an instruction runs.</summary>
/// <param name="Path">Where it lies in the context, with slashes.</param>
/// <param name="Caller">The shell that is called with it; null where it is run by its name.</param>
/// <param name="SystemShell">What /bin/sh is there; null on Windows.</param>
public sealed record CopiedScript(string Path, ShellDialect? Caller, ShellDialect? SystemShell);
