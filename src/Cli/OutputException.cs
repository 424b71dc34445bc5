namespace Dockerlint.Cli;

/// <summary>Standard output does not take what is written to it, for example because a disk is full.</summary>
internal sealed class OutputException(IOException cause) : Exception(cause.Message, cause);
