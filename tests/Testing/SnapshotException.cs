namespace Dockerlint.Testing;

/// <summary>A snapshot is missing, differs, or was not allowed to be accepted.</summary>
public sealed class SnapshotException(string message) : Exception(message);
