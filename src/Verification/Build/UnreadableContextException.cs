namespace Dockerlint.Verification;

/// <summary>A file of the build context cannot be read while it is sent.</summary>
internal sealed class UnreadableContextException(Exception cause) : IOException($"cannot read the build context: {cause.Message}", cause);
